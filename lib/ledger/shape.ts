import { isObject } from "@/lib/ledger/closed";
import type { Assertion } from "@/lib/ledger/assertion";
import type { Entry, Payload } from "@/lib/ledger/entry";

type Fits = (value: unknown) => boolean;

const text: Fits = (value) => typeof value === "string";
const there: Fits = () => true;
const count: Fits = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const each =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);
const nullOr =
  (fits: Fits): Fits =>
  (value) =>
    value === null || fits(value);
/** An object that has these parts, and perhaps others. */
const having =
  (parts: Readonly<Record<string, Fits>>, all = Object.entries(parts)): Fits =>
  (value) =>
    isObject(value) && all.every(([name, fits]) => Object.hasOwn(value, name) && fits(value[name]));

const assertion = having({
  authenticatorData: text,
  clientDataJSON: text,
  credential: text,
  signature: text,
});
/** What a statement has besides, where names are not left out. */
const statement = having({
  assertion,
  hash: text,
  signed: having({ requests: each(isObject), rules: count, signer: text }),
});

/** What a receipt says of the passkey that signed, and nothing besides. */
export const isReceiptPasskey = (
  value: unknown,
): value is { assertion: Assertion; key: string; site: string } =>
  isObject(value) &&
  Object.keys(value).join(" ") === "assertion key site" &&
  having({ assertion, key: text, site: text })(value);

const voids = each(having({ id: text, reason: there }));
const signature = {
  answer: there,
  dossier: there,
  id: text,
  outcome: there,
  question: there,
  rules: count,
  slot: there,
};
const move = { from: text, to: text };

/** What the payload of a kind must have for what it does to the tables. Others need nothing. */
const needs: Readonly<Record<string, Fits>> = {
  arrived: having({ id: text, what: text }),
  departed: having({ id: text, what: text }),
  act: having({
    ...move,
    ...{ deferred: there, of: there, proceeding: text, round: there, single: there, version: count, voids },
    decision: nullOr(having({ id: text, outcome: there, result: there, rules: count })),
    signature: nullOr(having(signature)),
    subject: (value) => isObject(value) && (text(value.file) || text(value.case)),
  }),
  fell_back: having({ ...move, proceeding: text, suspended: there, version: count, voids }),
  standing: having({ ...move, file: text }),
  statement: having({ statement: text, method: text }),
  passkey: having({
    ...{ account: text, credential: text, what: text },
    ...{ key: nullOr(text), site: nullOr(text), assertion: nullOr(assertion) },
  }),
  reset: having({ account: text, reset: text, what: text }),
  stage: having({ ...move, case: text, neverSecret: there, outcome: there }),
  rule_set: having({ work: text, version: count, sha256: text, body: there, from: (value) => moment(value) }),
};

/** `YYYY-MM-DDTHH:MM:SS.mmmZ`, and a day that there is. */
const moment: Fits = (value) => {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
};

const names = { full: "actor at id payload sample v", pseudonymous: "actor at closed id payload sample v" };

/** Whether a value is an entry: in a pseudonymous history the open part of one. */
export function isEntry(value: unknown, kind: keyof typeof names): value is Entry {
  if (!isObject(value) || Object.keys(value).join(" ") !== names[kind]) return false;
  const { v, id, at, actor, payload, sample, closed } = value;
  return (
    v === 1 &&
    text(id) &&
    moment(at) &&
    isObject(actor) &&
    typeof sample === "boolean" &&
    (kind === "full" || (typeof closed === "string" && /^[0-9a-f]{64}$/.test(closed))) &&
    isPayload(payload, kind)
  );
}

/** Whether a value is a payload that has what its kind needs; in a pseudonymous history the open part of one. */
export function isPayload(value: unknown, kind: keyof typeof names): value is Payload {
  if (!isObject(value) || typeof value.kind !== "string") return false;
  if (Object.hasOwn(needs, value.kind) && !needs[value.kind]!(value)) return false;
  return value.kind !== "statement" || kind === "pseudonymous" || statement(value);
}
