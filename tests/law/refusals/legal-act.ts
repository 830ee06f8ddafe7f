import type { Given } from "../support/given";

const entered = { favourable: true, enteredBy: "other-secretary", complete: true };
const own = { ...entered, enteredBy: "secretary" };
const unfavourable = { ...entered, favourable: false };

const confirming = (article: string): Given[] => [
  [article, "actEntered", "no act is entered", { proceeding: { legalAct: null } }],
  [
    article,
    "actEntered",
    "its scan is missing",
    { proceeding: { legalAct: { ...entered, complete: false } } },
  ],
  [article, "notEnterer", "who entered it wants to confirm", { proceeding: { legalAct: own } }],
  [article, "actFavourable", "the act refuses", { proceeding: { legalAct: unfavourable } }],
  [article, "noFileAwaited", "a required file was linked later", { case: { requiredFilesClosed: 1 } }],
  [article, "basisGiven", "no basis is named", { terms: { basis: undefined } }],
];

const confirmingAgainst = (article: string): Given[] => [
  [article, "actEntered", "no act is entered", { proceeding: { legalAct: null } }],
  [
    article,
    "notEnterer",
    "who entered it wants to confirm",
    { proceeding: { legalAct: { ...own, favourable: false } } },
  ],
  [article, "actUnfavourable", "the act is favourable", { proceeding: { legalAct: entered } }],
];

const entering = (article: string): Given[] => [
  [article, "noActEntered", "one is entered already", { proceeding: { legalAct: entered } }],
  [
    article,
    "actComplete",
    "its number is missing",
    { terms: { act: { complete: false, favourable: true } } },
  ],
  [article, "actComplete", "nothing is entered", { terms: { act: undefined } }],
];

export const legalAct: readonly Given[] = [
  ...entering("R9"),
  ...confirming("R10"),
  ...confirmingAgainst("R11"),
  ["R11", "courtOrSigning", "it is to go back to study", { terms: { toStep: "study" } }],
  [
    "R11",
    "courtOrSigning",
    "no way is named",
    { terms: { toStep: undefined } },
    { terms: { toStep: "signing" } },
  ],
  ...entering("R12"),
  ...confirming("R12a"),
  ...confirmingAgainst("R12b"),
  ["R12b", "reasonGiven", "no reason is given", { terms: { reason: undefined } }],
  ["R12b", "basisGiven", "no basis is named", { terms: { basis: " " } }],
];
