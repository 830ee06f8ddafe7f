import type { Authorities, Authority } from "./authorities";
import { authorityKey, readLife, scriptOf } from "./authorities";
import { EacReader, type EacName } from "./eac-reader";
import type { FileFault, Outcome, Problem, ProblemCode } from "./problem";
import { foldText } from "./row-keys";
import { readXml, type XmlSource } from "./xml-run";

/**
 * Reads an authority record in EAC-CPF (2010 or 2.0): the person with the forms of their name.
 *
 * @returns the record, or why it cannot be taken, with line and column.
 */
export async function readEac(source: XmlSource): Promise<Outcome<Authorities>> {
  const reader = new EacReader();
  const root = {
    is: (local: string) => local === "eac-cpf" || local === "eac",
    otherwise: "notFindingAid",
  } as const;
  const { problem, at } = await readXml(source, reader, root);
  if (problem) return { ok: false, problem };
  const place = { kind: "line", ...at } as const;
  const lacks = (code: FileFault, detail: string): Outcome<never> => ({
    ok: false,
    problem: { code, place, detail },
  });
  const { said } = reader;
  if (said.recordId === "") return lacks("noIdentifier", "recordId");
  const name = reader.names.find(({ authorized }) => authorized) ?? reader.names[0];
  if (!name) return lacks("noDescription", "nameEntry");
  const say = (code: ProblemCode, detail: string): Problem => ({ code, place, detail });
  const found: Authorities = {
    kind: "authorities",
    title: name.text,
    reading: null,
    people: [],
    problems: [],
    remarks: [],
  };
  if (said.entityType !== "person") found.problems.push(say("notPerson", said.entityType));
  else found.people.push(personOf(reader, name));
  if (said.date !== "" && readLife(said.date) === null) found.remarks.push(say("lifeUnclear", said.date));
  found.remarks.push(...[...reader.others].map((element) => say("columnNotKept", element)));
  return { ok: true, value: found };
}

function personOf({ said, names, line }: EacReader, name: EacName): Authority {
  const life = said.fromDate || said.toDate ? null : readLife(said.date);
  const { surname, given, patronymic } = name;
  const others = names.filter(({ text }) => text !== name.text);
  return {
    key: authorityKey(said.agency, said.recordId, [foldText(name.text)]),
    ...{ at: line, name: name.text, surname, given, patronymic, birthPlace: said.birthPlace },
    ...{ birth: life?.birth ?? said.fromDate, death: life?.death ?? said.toDate, own: null },
    names: others
      .filter(({ text }, nth) => others.findIndex((other) => other.text === text) === nth)
      .map(({ text, alias }) => ({ script: scriptOf(text), text, alias })),
  };
}
