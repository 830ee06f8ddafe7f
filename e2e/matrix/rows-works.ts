import { experts, readers } from "./players";
import type { Row } from "./row";

/** Works on a file, and on whoever is named in it. */
const files: Row[] = [
  { action: "files/[id]#describeFile", on: "fileStudy", may: "archivist", then: "stale", law: "P1" },
  { action: "files/[id]#countSheets", on: "fileStudy", may: "archivist", then: "stale", law: "P2" },
  { action: "files/[id]#nameOwners", on: "fileStudy", may: "archivist", then: "stale", law: "P3" },
  { action: "files/[id]#saveSecrecy", on: "fileStudy", may: "expert", then: "spansBroken", law: "P4" },
  { action: "files/[id]#saveAccess", on: "fileStudy", may: "archivist", then: "spansBroken", law: "P5" },
  {
    ...{ action: "files/[id]#describeMaterial", on: "fileStudy", law: "P6" },
    ...{ may: "archivist expert", then: "noSuchSheet" },
  },
  {
    ...{ action: "files/[id]#nameMention", on: "fileStudy", law: "P7" },
    ...{ may: "archivist expert", then: "noSuchSheet" },
  },
  {
    ...{ action: "files/[id]#openDeclassification", act: "attest", on: "openFile", law: "D1" },
    ...{ may: "archivist", then: "fileClosed" },
  },
  {
    ...{ action: "files/[id]#openDeclassification", act: "open", on: "openFile", law: "D3" },
    ...{ may: "archivist", then: "fileClosed" },
  },
  {
    ...{ action: "files/[id]/sheets/[label]#readClosedSheet", on: "fileStudy", law: "P19" },
    ...{ may: `${readers} regional`, then: "gone" },
  },
  {
    ...{ action: "files/[id]/register#registerCase", on: "openFile", law: "P8 P10" },
    ...{ may: "archivist", then: "granted" },
  },
  { action: "files/[id]/link#linkFile", on: "study", may: "archivist", then: "linkedAlready", law: "P12" },
  { action: "people/[id]#editPerson", on: "person", may: "archivist", then: "stale", law: "P9" },
  {
    ...{ action: "people/[id]#comparePeople", on: "person", law: "P28 P29 P30" },
    ...{ may: "secretary head archivist", then: "oneAlready" },
  },
  { action: "people/[id]#editCase", on: "study", may: "archivist expert", then: "stale", law: "P11" },
];

const findings: Row[] = [
  { action: "cases/[id]/finding#openDraft", on: "study", may: "expert", then: "open", law: "P14" },
  { action: "cases/[id]/finding#saveDraft", on: "study", may: "expert", then: "stale", law: "P14" },
  { action: "cases/[id]/finding#submitFinding", on: "study", may: experts, then: "versionShown", law: "R2" },
  { action: "cases/[id]/reading#keepMarks", may: "everybody", then: "granted" },
  { action: "findings#createCommon", on: "common", may: "expert", then: "done", law: "P14" },
  {
    ...{ action: "findings#saveCommon", on: "common", law: "P14" },
    ...{ may: "expert", then: "stale", else: "unknown" },
  },
  { action: "findings#releaseCommon", on: "common", may: "expert", then: "elsewhere", law: "P14" },
  { action: "findings#reviseCommon", on: "common", may: "expert", then: "elsewhere", law: "P14" },
  { action: "findings#submitFindings", on: "study", may: experts, then: "versionShown", law: "R2" },
];

/** For whom no import is open, there is none. */
const intake: Row[] = [
  { action: "intake#beginImport", may: "archivist", then: "notArrived", else: "gone", law: "P18" },
  { action: "intake#steerImport", on: "proposal", may: "archivist", then: "noJob", else: "gone", law: "P18" },
  {
    action: "intake#acceptImport",
    on: "proposal",
    may: "archivist",
    then: "stale",
    else: "gone",
    law: "P18",
  },
  {
    action: "intake#chooseOfImport",
    on: "proposal",
    may: "archivist",
    then: "stale",
    else: "gone",
    law: "P18",
  },
  {
    action: "intake#rereadImport",
    on: "proposalToReread",
    may: "archivist",
    then: "granted",
    else: "gone",
    law: "P18",
  },
  { action: "intake#mapImport", on: "proposal", may: "archivist", then: "stale", else: "gone", law: "P18" },
  {
    action: "intake#dropImport",
    on: "proposalToDrop",
    may: "archivist",
    then: "granted",
    else: "gone",
    law: "P18",
  },
  {
    action: "intake#undoImport",
    on: "importToUndo",
    may: "archivist",
    then: "granted",
    else: "gone",
    law: "P27",
  },
  // One of another archive answers as one that is not there.
  { action: "intake#forgetMapping", may: "archivist", then: "mappingGone", law: "P18" },
];

/** Whoever is no archivist is refused before the transfer is looked at; for others of which they see none, there is none. */
const transfers: Row[] = [
  { action: "transfers#announceTransfer", may: "archivist", then: "ofItsArchive", law: "P20" },
  { action: "transfers#checkAccessions", may: "archivist", then: "granted", law: "P20" },
  { action: "transfers#announceAccessions", may: "archivist", then: "input", law: "P20" },
  { action: "transfers#linkImport", on: "proposal", may: "archivist", then: "transferThere", law: "P26" },
  { action: "transfers#announceAgain", may: "archivist", then: "transferThere", law: "P20" },
  { action: "transfers#withdrawTransfer", may: "archivist", then: "transferThere", law: "P21" },
  {
    ...{ action: "transfers#receiveTransfer", on: "transfer", law: "P22" },
    ...{ may: "archivist", then: "stepShown", else: "heldRole" },
  },
  {
    ...{ action: "transfers#checkTransfer", on: "transfer", law: "P23" },
    ...{ may: "archivist", then: "stepShown", else: "heldRole" },
  },
  {
    ...{ action: "transfers#acceptTransfer", on: "transfer", law: "P24" },
    ...{ may: "archivist", then: "stepShown", else: "heldRole" },
  },
  {
    ...{ action: "transfers#returnTransfer", on: "transfer", law: "P25" },
    ...{ may: "archivist", then: "stepShown", else: "heldRole" },
  },
];

export const workRows: readonly Row[] = [...files, ...findings, ...intake, ...transfers];
