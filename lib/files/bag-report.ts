import type { PackageFaultCode, PackageWarningCode } from "./package";

/** Why a bag is not valid. What is wrong with its container comes under the codes of packages. */
export const bagFaults = [
  "bagitMissing",
  "byteOrderMark",
  "declarationForm",
  "versionForm",
  "versionUnknown",
  "encodingMissing",
  "encodingUnknown",
  "notInEncoding",
  "tagFilesTooLarge",
  "dataMissing",
  "manifestMissing",
  "noKnownManifest",
  "lineForm",
  "hashForm",
  "repeatedDiffers",
  "notPayload",
  "infoForm",
  "oxumForm",
  "oxumDiffers",
  "fetchForm",
  "fetchUnlisted",
  "notFetched",
  "missing",
  "unlisted",
  "hashDiffers",
] as const;
export type BagFaultCode = (typeof bagFaults)[number] | PackageFaultCode;

/** What a stricter reader, or another system, would refuse. */
export const bagWarnings = [
  "relativePath",
  "md5sumForm",
  "repeatedLine",
  "percentNotEncoded",
  "algorithmUnknown",
  "systemFile",
  "systemFileMissing",
  "tooManyWarnings",
] as const;
export type BagWarningCode = (typeof bagWarnings)[number] | PackageWarningCode;

/** A line of a tag file that names a file; `line` counts from 1 and is null where the file as a whole is meant. */
export interface Listing {
  file: string;
  line: number | null;
}

/**
 * One thing that is wrong. `file` is the path in the bag, without its base directory, as it is written; `listed` is
 * where it is named. `detail` quotes what was found.
 */
export interface BagFault {
  code: BagFaultCode;
  file: string;
  listed: Listing | null;
  detail: string;
}
export interface BagWarning {
  code: BagWarningCode;
  file: string;
  listed: Listing | null;
  detail: string;
}

/** A payload file that was read whole: its size in bytes as read, its SHA-256 as computed here. */
export interface BagPayload {
  path: string;
  size: number;
  sha256: string;
}

/** `info` holds the labels and values of bag-info.txt in their order; labels may repeat. */
export interface BagReport {
  valid: boolean;
  version: string | null;
  faults: BagFault[];
  warnings: BagWarning[];
  info: [label: string, value: string][];
  payload: BagPayload[];
}

/** Where the parts of the check write what they find. */
export type Findings = Pick<BagReport, "faults" | "warnings">;

/** A manifest may be wrong in every line: more than this is not kept, and nothing is quoted at length. */
const MOST = 10_000;
const LONGEST_QUOTE = 200;
const LONGEST_PATH = 4096;

export function addFault(
  to: Findings,
  code: BagFaultCode,
  file: string,
  listed: Listing | null = null,
  detail = "",
): void {
  add(to.faults, { code, file, listed, detail }, "tooManyFaults");
}

export function addWarning(
  to: Findings,
  code: BagWarningCode,
  file: string,
  listed: Listing | null = null,
  detail = "",
): void {
  add(to.warnings, { code, file, listed, detail }, "tooManyWarnings");
}

function add<Code>(
  to: { code: Code; file: string; listed: Listing | null; detail: string }[],
  found: (typeof to)[number],
  more: Code,
): void {
  const file = found.file.slice(0, LONGEST_PATH);
  const detail = found.detail.slice(0, LONGEST_QUOTE);
  if (to.length < MOST) to.push({ ...found, file, detail });
  else if (to.length === MOST) to.push({ code: more, file: "", listed: null, detail: `${MOST}` });
}
