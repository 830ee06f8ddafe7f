import { addFault, addWarning, type Findings, type Listing } from "./bag-report";
import { judgePath } from "./entry-path";

/**
 * The path that a line of a manifest or of fetch.txt means, or null when it is refused. Line breaks in names are
 * percent-encoded; since RFC 8493 (section 2.1.3) so is the percent sign, and nothing else ever is: "%7E" is a name.
 */
export function readBagPath(
  written: string,
  version: string | null,
  listed: Listing,
  findings: Findings,
): string | null {
  const encoded = version === "1.0" ? /%(0A|0D|25)/gi : /%(0A|0D)/gi;
  const decoded = written.replace(encoded, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const outcome = judgePath(decoded);
  if (!outcome.ok) {
    addFault(findings, outcome.code, written, listed);
    return null;
  }
  if (outcome.path === "") {
    addFault(findings, "lineForm", written, listed);
    return null;
  }
  if (outcome.path !== decoded) addWarning(findings, "relativePath", outcome.path, listed, written);
  return outcome.path;
}

/** The other way: a path as a manifest of RFC 8493 writes it. */
export const encodeBagPath = (path: string): string =>
  path.replace(/[%\r\n]/g, (sign) => (sign === "%" ? "%25" : sign === "\r" ? "%0D" : "%0A"));

export const isPayload = (path: string): boolean => path.startsWith("data/");

/** What systems leave behind by themselves, wherever they have been. */
export const isSystemFile = (path: string): boolean =>
  /(^|\/)(thumbs\.db|desktop\.ini|\.ds_store|\._[^/]*|__macosx\/.*)$/i.test(path);
