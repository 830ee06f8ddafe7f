import type { KnownCase } from "@/lib/store/intake-table";
import { pairByKeys } from "./difference";
import { foldText } from "./row-keys";
import type { UnderstoodCase } from "./understand-case";

/**
 * Which case of a table is which of the same person: by the key of an earlier import, by date and body, and
 * where one is left on either side, that one.
 */
export function matchCases(
  cases: readonly UnderstoodCase[],
  known: readonly KnownCase[],
): Map<UnderstoodCase, KnownCase> {
  const pairs = pairByKeys(cases, known, [
    [
      ({ entry, personId }) => `${personId}#${entry.key}`,
      (one) => one.source_key && `${one.person_id}#${one.source_key}`,
    ],
    [
      ({ entry, personId }) => [personId, foldText(entry.episode), foldText(entry.body)].join("#"),
      (one) => [one.person_id, foldText(one.date_text ?? ""), foldText(one.organ_text ?? "")].join("#"),
    ],
  ]);
  const taken = new Set(pairs.values());
  const single = <One>(list: readonly One[], personOf: (one: One) => string): Map<string, One | null> => {
    const found = new Map<string, One | null>();
    for (const one of list) found.set(personOf(one), found.has(personOf(one)) ? null : one);
    return found;
  };
  const left = single(
    known.filter((one) => !taken.has(one) && one.source_key !== null),
    (one) => one.person_id,
  );
  const open = single(
    cases.filter((one) => !pairs.has(one)),
    (one) => one.personId,
  );
  for (const [personId, one] of open) {
    const match = left.get(personId);
    if (one && match) pairs.set(one, match);
  }
  return pairs;
}
