/**
 * The law of Aqtalu: who may do what, at which step, provided what, and where it leads. One row an article.
 *
 *   in        d = declassification of a file, r = rehabilitation of a case, b = both
 *   step      where the proceeding stands; `none`: there is none; `open`: at any step that is not final
 *   by        who may; this column is the authorization, and the screens take their buttons from it
 *   slot      set where the act is a signature: the slot that it fills
 *   provided  conditions of conditions.ts, in the order in which they are looked at
 *   to        the step it leads to, `stays`, or a way of ways.ts that depends on the matter
 *
 * Standing conditions hold for every row (the role is held in a competent body, no conflict is declared, the
 * version shown is the version there, the proceeding is neither suspended nor deferred) and for every
 * signature (no reset of the signer's keys lately; a passkey where one is demanded or had; own conflict answer given; wrote no version; fills no other slot; the slot is free; the dossier
 * is the one shown). They stand at the foot of this file. The article numbers are the product's own, not a statute's.
 */
import type { Act, Work } from "./acts";
import type { Condition } from "./conditions";
import type { OpenStep, Part, ProceedingKind, Role, Slot, Step } from "./words";
import type { Way } from "./ways";

/** A role, or a standing towards this very proceeding. `regional`: the chair of the case's own regional commission. */
export type By = Role | "regional" | "anyone_there" | "opener" | "slot_holder" | "reader_of_it";
export type Row = { article: string; in: "d" | "r" | "b"; step: Step | "open" | "decided"; act: Act; by: readonly By[];
                    slot: Slot | null; provided: readonly Condition[]; to: Step | Way };

function row(article: string, of: Row["in"], step: Row["step"], act: Act, by: string, slot: Slot | null, provided: Condition[], to: Row["to"]): Row {
  return { article, in: of, step, act, by: by.split(" ") as By[], slot, provided, to };
}

export const law: readonly Row[] = [
  //  article  in   step              act                     by                        slot              provided                                                                                          to
  // Declassification of a file
  row("D1",   "d", "none",           "attest",               "archivist",              null,             ["fileClosed", "notRefusedBefore", "described", "noGrade", "noOwner"],                            "attested"),
  row("D2",   "d", "attested",       "confirm",              "archivist expert",       "confirm",        ["notAttester", "noGrade", "noOwner", "basisGiven"],                                              "granted"),
  row("D3",   "d", "none",           "open",                 "archivist",              null,             ["fileClosed", "notRefusedBefore", "described", "sheetsCounted", "ownersNamed"],                  "study"),
  row("D4",   "d", "study",          "propose",              "expert",                 null,             ["assignedAsAuthor", "signedNothing", "everySpanAnswered", "everySpanOwned", "everyAnswerBased"], "second_reading"),
  row("D5",   "d", "second_reading", "concur",               "expert",                 "reader",         ["assignedAsReader"],                                                                             "to_owners"),
  row("D6",   "d", "second_reading", "disagree",             "expert",                 "reader",         ["assignedAsReader", "reasonGiven"],                                                              "to_owners"),
  row("D7",   "d", "owners",         "lift",                 "representative",         "owner",          ["ownsSpans"],                                                                                    "when_owners_answered"),
  row("D8",   "d", "owners",         "keep",                 "representative",         "owner",          ["ownsSpans", "keptBased"],                                                                       "when_owners_answered"),
  row("D9",   "d", "owners",         "supply_certificate",   "representative",         null,             ["ownsSpans", "certificateAttached"],                                                             "stays"),
  row("D10",  "d", "signing",        "sign",                 "member",                 "member",         ["objectionsAnswered", "questionsClosed", "benchFor"],                                            "stays"),
  row("D11",  "d", "signing",        "sign",                 "chair deputy",           "chair",          ["deputyMayAct", "objectionsAnswered", "questionsClosed", "membersFilled", "benchFor", "everySpanAnswered", "evidenceFreed", "basisGiven"], "granted"),
  row("D12",  "d", "signing",        "refuse",               "chair deputy",           "chair",          ["deputyMayAct", "membersFilled", "benchAgainst", "reasonGiven", "basisGiven", "reviewNamed"],    "refused"),
  row("D13",  "d", "signing",        "refuse",               "member",                 "member",         ["objectionsAnswered", "benchAgainst", "reasonGiven"],                                            "stays"),

  // Rehabilitation of a case
  row("R1",   "r", "none",           "open",                 "secretary head",         null,             ["caseDeclassified", "notJoined", "notRefusedBefore", "duplicatesAnswered", "motionNamed"],       "study"),
  row("R2",   "r", "study",          "submit",               "expert",                 null,             ["assignedAsAuthor", "signedNothing", "earlierActSearched", "claimsComplete", "claimsCited", "chargesDecided", "exclusionChecked", "nothingSecretCited"], "second_reading"),
  row("R3",   "r", "second_reading", "concur",               "expert",                 "reader",         ["assignedAsReader"],                                                                             "to_regional"),
  row("R4",   "r", "second_reading", "disagree",             "expert",                 "reader",         ["assignedAsReader", "reasonGiven"],                                                              "to_regional"),
  row("R5",   "r", "regional",       "answer_objection",     "expert",                 null,             ["isAuthor", "objectionOpen", "textGiven"],                                                       "stays"),
  row("R5a",  "b", "signing",        "answer_objection",     "expert",                 null,             ["isAuthor", "objectionOpen", "textGiven"],                                                       "stays"),
  row("R5b",  "d", "owners",         "answer_objection",     "expert",                 null,             ["isAuthor", "objectionOpen", "textGiven"],                                                       "stays"),
  row("R6",   "r", "regional",       "conclude",             "regional",               "regional",       ["reasonWhereAgainst"],                                                                           "signing"),
  row("R7",   "r", "signing",        "sign",                 "member",                 "member",         ["objectionsAnswered", "questionsClosed", "noFileAwaited", "outcomeProposed", "unfavourableActFollowed", "benchAgrees", "reasonWhereRefused"], "stays"),
  row("R8",   "r", "signing",        "sign",                 "chair deputy",           "chair",          ["deputyMayAct", "objectionsAnswered", "questionsClosed", "noFileAwaited", "membersFilled", "outcomeProposed", "unfavourableActFollowed", "benchAgrees", "reasonWhereRefused", "basisGiven"], "to_legal_act"),
  row("R9",   "r", "legal_act",      "enter_act",            "secretary",              null,             ["noActEntered", "actComplete"],                                                                  "stays"),
  row("R10",  "r", "legal_act",      "confirm_act",          "secretary",              "act",            ["actEntered", "notEnterer", "actFavourable", "noFileAwaited", "basisGiven"],                     "granted"),
  row("R11",  "r", "legal_act",      "confirm_unfavourable", "secretary",              "act",            ["actEntered", "notEnterer", "actUnfavourable", "courtOrSigning"],                                "as_named"),
  row("R12",  "r", "court",          "enter_act",            "secretary",              null,             ["noActEntered", "actComplete"],                                                                  "stays"),
  row("R12a", "r", "court",          "confirm_act",          "secretary",              "court",          ["actEntered", "notEnterer", "actFavourable", "noFileAwaited", "basisGiven"],                     "granted"),
  row("R12b", "r", "court",          "confirm_unfavourable", "secretary",              "court",          ["actEntered", "notEnterer", "actUnfavourable", "reasonGiven", "basisGiven"],                     "refused"),

  // Both
  row("B1",   "b", "open",           "return",               "anyone_there",           null,             ["earlierStepNamed", "reasonGiven", "missingNamed"],                                              "as_named"),
  row("B2",   "b", "open",           "ask",                  "reader_of_it",           null,             ["textGiven"],                                                                                    "stays"),
  row("B2a",  "b", "open",           "answer_question",      "expert",                 null,             ["isAuthor", "questionOpen", "textGiven"],                                                        "stays"),
  row("B3",   "b", "open",           "defer",                "secretary chair",        null,             ["reasonGiven", "untilNamed"],                                                                    "stays"),
  row("B3a",  "b", "open",           "resume",               "secretary chair",        null,             ["isDeferred"],                                                                                   "stays"),
  row("B4",   "b", "open",           "withdraw",             "opener secretary",       null,             ["reasonGiven"],                                                                                  "withdrawn"),
  row("B5",   "b", "open",           "declare_conflict",     "slot_holder",            null,             ["conflictNamed"],                                                                                "where_freed"),
  row("B6",   "b", "open",           "take_out",             "reader_of_it",           null,             ["reasonGiven", "notSingle"],                                                                     "stays"),
  row("B7",   "b", "refused",        "reopen_second",        "member",                 "reopen_member",  ["notJoined", "onFreshBench", "reasonGiven", "newEvidence"],                                      "stays"),
  row("B7a",  "b", "refused",        "reopen",               "chair deputy",           "reopen_chair",   ["notJoined", "onFreshBench", "deputyMayAct", "memberAsksReopening", "reasonGiven", "basisGiven"], "study"),
  row("B8",   "r", "decided",        "correct_propose",      "secretary",              null,             ["noCorrectionOpen", "clericalOnly", "sourceNamed"],                                              "stays"),
  row("B8a",  "r", "decided",        "correct_second",       "secretary expert",       "correct_second", ["correctionOpen", "notProposer"],                                                                "stays"),
  row("B8b",  "r", "decided",        "correct_sign",         "chair deputy",           "correct_chair",  ["deputyMayAct", "correctionSeconded", "notProposer"],                                            "stays"),
  row("B9",   "b", "open",           "assign_author",        "head secretary",         null,             ["assigneeExpert", "assigneeNotReader", "assigneeUnconflicted", "assigneeFree"],                  "stays"),
  row("B9a",  "b", "open",           "assign_reader",        "head secretary",         null,             ["assigneeExpert", "assigneeNotAuthor", "assigneeNotSelf", "assigneeUnconflicted", "assigneeFree"], "stays"),
  // Kept for later: sittings and votes (S…), suspension, revocation and reinstatement (B10).
];

/** Works around a proceeding: who may, and which part of a dossier the edit touches. */
export type WorkRow = { article: string; work: Work; by: readonly (Role | "author_of_it" | "reader_of_it")[]; edits: Part | null };
export const worksLaw: readonly WorkRow[] = [
  { article: "P1",  work: "describe_file",              by: ["archivist"],                         edits: "around"      },
  { article: "P2",  work: "count_sheets",               by: ["archivist"],                         edits: "file_body"   },
  { article: "P3",  work: "name_owners",                by: ["archivist"],                         edits: "file_body"   },
  { article: "P4",  work: "divide_spans",               by: ["author_of_it"],                      edits: "file_body"   },
  { article: "P5",  work: "answer_access",              by: ["archivist"],                         edits: "around"      },
  { article: "P6",  work: "describe_material",          by: ["archivist", "author_of_it"],         edits: "around"      },
  { article: "P7",  work: "name_mention",               by: ["archivist", "author_of_it"],         edits: "around"      },
  { article: "P8",  work: "register_person",            by: ["archivist"],                         edits: null          },
  { article: "P9",  work: "edit_person",                by: ["archivist"],                         edits: "identity"    },
  { article: "P10", work: "register_case",              by: ["archivist"],                         edits: null          },
  { article: "P11", work: "edit_case",                  by: ["archivist", "author_of_it"],         edits: "identity"    },
  { article: "P12", work: "link_file",                  by: ["archivist"],                         edits: "around"      },
  { article: "P13", work: "attach_image",               by: ["archivist"],                         edits: "cited_image" },
  { article: "P14", work: "save_draft",                 by: ["author_of_it"],                      edits: null          },
  { article: "P15", work: "answer_conflicts",           by: ["expert", "head", "representative", "member", "chair", "deputy", "secretary", "archivist"], edits: null },
  { article: "P16", work: "answer_duplicate",           by: ["secretary", "head", "archivist"],    edits: null          },
  { article: "P17", work: "enter_application",          by: ["secretary"],                         edits: null          },
  { article: "P18", work: "accept_import",              by: ["archivist"],                         edits: null          },
  { article: "P19", work: "read_closed_sheet",          by: ["archivist", "expert", "head", "member", "chair", "deputy", "secretary"], edits: null },
  { article: "P20", work: "announce_transfer",          by: ["archivist"],                         edits: null          },
  { article: "P21", work: "withdraw_transfer",          by: ["archivist"],                         edits: null          },
  { article: "P22", work: "receive_transfer",           by: ["archivist"],                         edits: null          },
  { article: "P23", work: "check_transfer",             by: ["archivist"],                         edits: null          },
  { article: "P24", work: "accept_transfer",            by: ["archivist"],                         edits: null          },
  { article: "P25", work: "return_transfer",            by: ["archivist"],                         edits: null          },
  { article: "P26", work: "link_import",                by: ["archivist"],                         edits: null          },
  { article: "P27", work: "undo_import",                by: ["archivist"],                         edits: null          },
  { article: "P28", work: "merge_people",               by: ["secretary", "head", "archivist"],    edits: null          },
  { article: "P29", work: "unmerge_people",             by: ["secretary", "head", "archivist"],    edits: null          },
  { article: "P30", work: "tell_apart",                 by: ["secretary", "head", "archivist"],    edits: null          },
  { article: "P31", work: "join_cases",                 by: ["secretary"],                         edits: null          },
  { article: "P32", work: "part_cases",                 by: ["secretary"],                         edits: null          },
  { article: "N1",  work: "create_account",             by: ["administrator"],                     edits: null          },
  { article: "N2",  work: "disable_account",            by: ["administrator"],                     edits: null          },
  { article: "N3",  work: "propose_appointment",        by: ["administrator"],                     edits: null          },
  { article: "N4",  work: "confirm_appointment",        by: ["administrator"],                     edits: null          },
  { article: "N5",  work: "confirm_expert_appointment", by: ["secretary"],                         edits: null          },
  { article: "N6",  work: "end_appointment",            by: ["administrator"],                     edits: null          },
  { article: "N7",  work: "propose_rule_set",           by: ["administrator"],                     edits: null          },
  { article: "N8",  work: "confirm_rule_set",           by: ["administrator"],                     edits: null          },
  { article: "N9",  work: "withdraw_rule_set",          by: ["administrator"],                     edits: null          },
  { article: "N10", work: "issue_passkey_code",         by: ["administrator"],                     edits: null          },
  { article: "N11", work: "propose_reset",              by: ["administrator"],                     edits: null          },
  { article: "N12", work: "confirm_reset",              by: ["administrator"],                     edits: null          },
  { article: "N13", work: "withdraw_reset",             by: ["administrator"],                     edits: null          },
  { article: "H1",  work: "export_history",             by: ["auditor"],                           edits: null          },
  { article: "X1",  work: "export_description",         by: ["archivist", "expert", "head", "representative", "member", "chair", "deputy", "secretary", "auditor"], edits: null },
  { article: "X2",  work: "export_people",              by: ["archivist", "expert", "head", "representative", "member", "chair", "deputy", "secretary", "auditor"], edits: null },
  { article: "X3",  work: "export_list",                by: ["archivist", "expert", "head", "representative", "member", "chair", "deputy", "secretary", "auditor"], edits: null },
  { article: "X4",  work: "export_dossier",             by: ["archivist", "expert", "head", "representative", "member", "chair", "deputy", "secretary", "auditor"], edits: null },
];

/** To which step an edit of a part falls back. A part that is not named touches no proceeding of that kind. */
export const fallsBack: readonly { edits: Part; in: ProceedingKind; to: OpenStep | "suspended" }[] = [
  { edits: "file_body",     in: "declassification", to: "study"          },
  { edits: "owner_reply",   in: "declassification", to: "owners"         },
  { edits: "identity",      in: "rehabilitation",   to: "study"          },
  { edits: "finding",       in: "rehabilitation",   to: "second_reading" },
  { edits: "cited_image",   in: "rehabilitation",   to: "second_reading" },
  { edits: "secrecy_again", in: "rehabilitation",   to: "suspended"      },
];

/** Looked at on every row, before its own conditions. */
export const standing: readonly Condition[] = ["noConflict", "versionShown", "notSuspended", "notDeferred"];
/** Looked at on every signing row, before its own conditions. */
export const signing: readonly Condition[] = ["cooledDown", "methodSuffices", "conflictAnswered", "wroteNothing", "keepsApart", "slotFree", "oneSlotEach", "onFreshBench", "dossierShown", "registerAllowed"];
