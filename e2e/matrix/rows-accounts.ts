import type { Row } from "./row";

/** Accounts, tried on one that is not there: to who may not act on any, none is missing. */
const nobody = "accountThere";
const accounts: Row[] = [
  { action: "accounts#createAccount", may: "administrator", then: "input", law: "N1" },
  { action: "accounts#issueCode", may: "administrator", then: nobody, law: "N10" },
  { action: "accounts#proposeReset", may: "administrator", then: nobody, law: "N11" },
  { action: "accounts#confirmReset", may: "administrator", then: nobody, law: "N12" },
  { action: "accounts#withdrawReset", may: "administrator", then: nobody, law: "N13" },
  { action: "accounts#endAccountSessions", may: "administrator", then: nobody, law: "N1" },
  { action: "accounts#disableAccount", may: "administrator", then: nobody, law: "N2" },
  { action: "accounts#recordAbsence", may: "secretary", then: nobody },
  { action: "accounts#proposeAppointment", may: "administrator", then: nobody, law: "N3" },
  { action: "accounts#proposeClearance", may: "administrator", then: nobody, law: "N3" },
  { action: "accounts#proposeDelegation", may: "administrator", then: nobody, law: "N3" },
  { action: "accounts#confirmGrant", may: "administrator", then: nobody, law: "N4" },
  {
    ...{ action: "accounts#confirmGrant", act: "expert", on: "expertGrant", law: "N5" },
    ...{ may: "secretary", then: "waiting", else: "heldRole" },
  },
  { action: "accounts#endGrant", may: "administrator", then: nobody, law: "N6" },
];

/** Rules, tried while another change waits, and on a version that there is not: nothing comes of it. */
const rules: Row[] = [
  { action: "rules#proposeRuleSet", may: "administrator", then: "noneWaits", law: "N7" },
  { action: "rules#confirmRuleSet", may: "administrator", then: "proposalThere", law: "N8" },
  { action: "rules#withdrawRuleSet", may: "administrator", then: "proposalThere", law: "N9" },
];

/** What a person does with their own session. */
const own: Row[] = [
  { action: "profile#changePassword", may: "everybody", then: "input" },
  { action: "profile#startPasskey", may: "everybody", then: "input" },
  { action: "profile#vouch", may: "everybody", then: "input" },
  { action: "profile#keepPasskey", may: "everybody", then: "input" },
  { action: "profile#endPasskey", may: "everybody", then: "input" },
  { action: "profile#startFactor", may: "everybody", then: "input" },
  { action: "profile#confirmFactor", may: "everybody", then: "input" },
  { action: "profile#dropFactor", may: "everybody", then: "input" },
  { action: "sign-in/code#passCode", may: "everybody", then: "input" },
  { action: "sign-in/code#prepareCode", may: "everybody", then: "granted" },
  { action: "profile#endSession", may: "everybody", then: "granted" },
  { action: "profile#endOthers", may: "everybody", then: "input" },
  { action: "sign-in/password#choosePassword", may: "everybody", then: "input" },
  { action: "sign-in#signOut", may: "everybody", then: "input" },
];

export const accountRows: readonly Row[] = [...accounts, ...rules, ...own];
