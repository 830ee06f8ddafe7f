import type { Given } from "../support/given";
import { office, signed } from "../support/matter";

const deputy = { id: "deputy", offices: [office("deputy")] };
const refusal = { outcome: "refused", reason: { code: "charge", text: "The charge is proved" } } as const;
const bench = (outcome: "full" | "refused") =>
  [1, 2].map((n) => signed(`member:${n}`, { outcome, answer: outcome === "full" ? "for" : "against" }));
/** The prosecutor's refusal was confirmed, and the proceeding came back for refusal. */
const afterAct = signed("act", { answer: "against" });

export const rehabilitation: readonly Given[] = [
  ["R1", "caseDeclassified", "the case is archived", { case: { stage: "archived" } }],
  ["R1", "caseDeclassified", "the case is rehabilitated", { case: { stage: "rehabilitated" } }],
  ["R1", "notJoined", "it is joined to another", { case: { joined: true } }],
  ["R1", "notRefusedBefore", "its rehabilitation was refused", { case: { refused: true } }],
  ["R1", "duplicatesAnswered", "a likely duplicate is open", { case: { duplicatesOpen: 1 } }],
  ["R1", "motionNamed", "no motion is named", { terms: { motion: undefined } }],
  [
    "R1",
    "motionNamed",
    "the application is not named",
    { terms: { motion: "application" } },
    { terms: { motion: "application", applicationId: "application-1" } },
  ],

  ["R2", "assignedAsAuthor", "another expert is assigned", { proceeding: { author: "somebody" } }],
  [
    "R2",
    "signedNothing",
    "they seconded a correction of it",
    {
      proceeding: { signatures: [signed("correct_second", { accountId: "author", question: "correct/1" })] },
    },
    { proceeding: { signatures: [signed("correct_second", { question: "correct/1" })] } },
  ],
  ["R2", "earlierActSearched", "no search is recorded", { finding: { earlierSearched: false } }],
  [
    "R2",
    "earlierActSearched",
    "already rehabilitated, but by no named act",
    { finding: { outcome: "already" } },
    { finding: { outcome: "already", earlierActNamed: true } },
  ],
  ["R2", "claimsComplete", "the claim on the organ is missing", { finding: { missingClaims: ["organ"] } }],
  ["R2", "claimsCited", "a claim is not cited", { finding: { uncitedClaims: 1 } }],
  ["R2", "claimsCited", "a citation has no quote", { finding: { unquotedCitations: 1 } }],
  ["R2", "chargesDecided", "no outcome is proposed", { finding: { outcome: null } }],
  ["R2", "chargesDecided", "a charge has no outcome", { finding: { undecidedCharges: 1 } }],
  ["R2", "chargesDecided", "in full, though a charge is refused", { finding: { refusedCharges: 1 } }],
  [
    "R2",
    "chargesDecided",
    "in part, though no charge is refused",
    { finding: { outcome: "part" } },
    { finding: { outcome: "part", refusedCharges: 1 } },
  ],
  [
    "R2",
    "chargesDecided",
    "refused, though a charge is rehabilitated",
    { finding: { outcome: "refused" } },
    { finding: { outcome: "refused", rehabilitatedCharges: 0, refusedCharges: 2 } },
  ],
  ["R2", "exclusionChecked", "exclusions are not checked", { finding: { exclusionChecked: false } }],
  ["R2", "nothingSecretCited", "a sheet still secret is cited", { finding: { secretCitations: 1 } }],

  ["R3", "assignedAsReader", "another expert is assigned", { proceeding: { reader: "somebody" } }],
  ["R4", "assignedAsReader", "nobody is assigned", { proceeding: { reader: null } }],
  ["R4", "reasonGiven", "no reason is given", { terms: { reason: undefined } }],

  ["R5", "isAuthor", "who answers did not write it", { actor: { id: "somebody" } }],
  ["R5", "objectionOpen", "there is no open objection", { proceeding: { objectionsOpen: 0 } }],
  ["R5", "textGiven", "the answer is blank", { terms: { text: " " } }],
  ["R5a", "isAuthor", "who answers did not write it", { actor: { id: "somebody" } }],
  ["R5a", "objectionOpen", "there is no open objection", { proceeding: { objectionsOpen: 0 } }],
  ["R5a", "textGiven", "the answer is blank", { terms: { text: undefined } }],

  [
    "R6",
    "reasonWhereAgainst",
    "against, without a reason",
    { terms: { outcome: "refused" } },
    { terms: refusal },
  ],

  ["R7", "objectionsAnswered", "an objection stands", { proceeding: { objectionsOpen: 1 } }],
  ["R7", "questionsClosed", "a question is open", { proceeding: { questionsOpen: 1 } }],
  ["R7", "noFileAwaited", "a required file was linked later", { case: { requiredFilesClosed: 1 } }],
  ["R7", "noFileAwaited", "no file is required", { case: { requiredFiles: 0 } }],
  ["R7", "outcomeProposed", "the finding proposes another", { terms: { outcome: "part" } }],
  ["R7", "outcomeProposed", "no outcome is named", { terms: { outcome: undefined } }],
  [
    "R7",
    "unfavourableActFollowed",
    "the prosecutor refused before",
    { proceeding: { signatures: [afterAct] } },
    { proceeding: { signatures: [afterAct] }, terms: refusal },
  ],
  [
    "R7",
    "benchAgrees",
    "the first member refused",
    { proceeding: { signatures: bench("refused").slice(0, 1) } },
    { proceeding: { signatures: bench("full").slice(0, 1) } },
  ],
  [
    "R7",
    "reasonWhereRefused",
    "refused, without a reason",
    { terms: { outcome: "refused" } },
    { terms: refusal },
  ],

  [
    "R8",
    "deputyMayAct",
    "the chair is there",
    { actor: deputy },
    { actor: { ...deputy, deputyFor: "recused" } },
  ],
  ["R8", "objectionsAnswered", "an objection stands", { proceeding: { objectionsOpen: 1 } }],
  ["R8", "questionsClosed", "a question is open", { proceeding: { questionsOpen: 1 } }],
  ["R8", "noFileAwaited", "a required file was linked later", { case: { requiredFilesClosed: 1 } }],
  [
    "R8",
    "membersFilled",
    "one of two members has signed",
    { proceeding: { signatures: bench("full").slice(1) } },
  ],
  ["R8", "outcomeProposed", "the finding proposes another", { terms: { outcome: "already" } }],
  [
    "R8",
    "unfavourableActFollowed",
    "the prosecutor refused before",
    { proceeding: { signatures: [...bench("full"), afterAct] } },
    { proceeding: { signatures: [...bench("refused"), afterAct] }, terms: refusal },
  ],
  ["R8", "benchAgrees", "the members refused", { proceeding: { signatures: bench("refused") } }],
  [
    "R8",
    "reasonWhereRefused",
    "refused, without a reason",
    { proceeding: { signatures: bench("refused") }, terms: { outcome: "refused" } },
    { proceeding: { signatures: bench("refused") }, terms: refusal },
  ],
  ["R8", "basisGiven", "no basis is named", { terms: { basis: "" } }],
];
