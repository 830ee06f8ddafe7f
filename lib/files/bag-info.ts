import { addFault, type BagPayload, type BagReport, type Findings } from "./bag-report";
import { linesOf } from "./tag-text";

/** bag-info.txt was called otherwise in the first drafts. */
export const infoFileOf = (version: string | null): string =>
  version !== null && ["0.93", "0.94", "0.95"].includes(version) ? "package-info.txt" : "bag-info.txt";

/**
 * Reads bag-info.txt: "Label: value", with values that go on in indented lines, which are joined by a space
 * (RFC 8493 section 2.2.2). White space around labels and values is not part of them.
 */
export function readInfo(file: string, text: string, findings: Findings): BagReport["info"] {
  const info: { label: string; parts: string[] }[] = [];
  for (const { line, number } of linesOf(text)) {
    const last = info.at(-1);
    if (line.trim() === "") continue;
    if (/^[ \t]/.test(line) && last) {
      last.parts.push(line.trim());
      continue;
    }
    const [, label, value] = /^([^:]+):(.*)$/.exec(line) ?? [];
    if (label === undefined || value === undefined || label.trim() === "") {
      addFault(findings, "infoForm", file, { file, line: number }, line);
    } else {
      info.push({ label: label.trim(), parts: [value.trim()] });
    }
  }
  return info.map(({ label, parts }) => [label, parts.join(" ").trim()]);
}

/**
 * Payload-Oxum gives bytes and files of the payload, "279164409832.1198", at most once (RFC 8493 section 2.2.2).
 * Empty files that are known to be missing for a good reason count as there.
 */
export function checkOxum(
  file: string,
  info: BagReport["info"],
  payload: readonly BagPayload[],
  missing: number,
  findings: Findings,
): void {
  const [oxum, repeated] = info.filter(([label]) => label.toLowerCase() === "payload-oxum");
  if (oxum === undefined) return;
  if (repeated !== undefined || !/^\d+\.\d+$/.test(oxum[1])) {
    addFault(findings, "oxumForm", file, null, repeated === undefined ? oxum[1] : repeated[1]);
    return;
  }
  const bytes = payload.reduce((sum, { size }) => sum + size, 0);
  const found = `${bytes}.${payload.length + missing}`;
  if (found !== oxum[1]) addFault(findings, "oxumDiffers", file, null, `${oxum[1]} ≠ ${found}`);
}
