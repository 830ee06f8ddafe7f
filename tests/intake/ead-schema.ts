import { SaxesParser, type SaxesTagNS } from "saxes";

/**
 * As much of the schema of EAD3 1.1 as an export makes use of: what may stand in an element, in which order, and which
 * attributes it may have (those with ! it must). `text`: words may stand among the children.
 */
type Model = { holds: RegExp; text?: boolean; attributes?: string };

const inline: Model = { holds: /^(?:lb )*$/, text: true };
const blocks: Model = { holds: /^(?:p |list )+$/, attributes: "localtype" };
const parts: Model = { holds: /^(?:part )+$/ };
const name = "(?:corpname |famname |name |persname )+";
const did = [
  ..."abstract container dao didnote langmaterial materialspec origination physdesc physloc".split(" "),
  ..."repository unitdate unitid unittitle".split(" "),
];
const notes = [
  ..."accessrestrict accruals acqinfo altformavail appraisal arrangement bibliography bioghist".split(" "),
  ..."custodhist odd originalsloc otherfindaid phystech prefercite processinfo relatedmaterial".split(" "),
  ..."scopecontent userestrict".split(" "),
];
const anyOf = (names: readonly string[]): string => `(?:${names.map((one) => `${one} `).join("|")})`;
const noted = anyOf([...notes, "controlaccess"]);

const models: Record<string, Model> = {
  ead: { holds: /^control archdesc $/ },
  control: { holds: /^recordid filedesc maintenancestatus maintenanceagency maintenancehistory $/ },
  recordid: inline,
  filedesc: { holds: /^titlestmt $/ },
  titlestmt: { holds: /^(?:titleproper )+$/ },
  titleproper: inline,
  maintenancestatus: { holds: /^$/, attributes: "value!" },
  maintenanceagency: { holds: /^agencyname $/ },
  agencyname: inline,
  maintenancehistory: { holds: /^(?:maintenanceevent )+$/ },
  maintenanceevent: { holds: /^eventtype eventdatetime agenttype agent $/ },
  eventtype: { holds: /^$/, attributes: "value!" },
  eventdatetime: { ...inline, attributes: "standarddatetime" },
  agenttype: { holds: /^$/, attributes: "value!" },
  agent: inline,
  archdesc: { holds: new RegExp(`^did (?:${noted}|dsc )*$`), attributes: "level! otherlevel" },
  dsc: { holds: /^(?:c )+$/ },
  c: { holds: new RegExp(`^did ${noted}*(?:c )*$`), attributes: "level otherlevel" },
  did: { holds: new RegExp(`^${anyOf(did)}+$`) },
  abstract: inline,
  container: inline,
  physloc: inline,
  physdesc: inline,
  unitid: inline,
  unittitle: inline,
  unitdate: { ...inline, attributes: "normal" },
  dao: { holds: /^(?:descriptivenote )?$/, attributes: "daotype! href" },
  descriptivenote: { holds: /^(?:p )+$/ },
  langmaterial: { holds: /^(?:language )+(?:descriptivenote )?$/ },
  language: { holds: /^$/, text: true, attributes: "langcode" },
  origination: { holds: new RegExp(`^${name}$`) },
  repository: { holds: new RegExp(`^${name}$`) },
  ...Object.fromEntries(["corpname", "name", "subject", "geogname", "genreform"].map((one) => [one, parts])),
  part: inline,
  ...Object.fromEntries(notes.map((one) => [one, blocks])),
  controlaccess: { holds: /^(?:subject |geogname |name |genreform |p |list )+$/ },
  list: { holds: /^(?:item )+$/ },
  item: inline,
  p: inline,
  lb: { holds: /^$/ },
};
const common = ["id", "xmlns"];
const levels = "class collection file fonds item otherlevel recordgrp series subfonds subgrp subseries".split(
  " ",
);
const values: Record<string, RegExp> = {
  level: new RegExp(`^(?:${levels.join("|")})$`),
  id: /^[\p{L}_][\p{L}\p{N}_.-]*$/u,
  langcode: /^[\w.-]+$/,
  daotype: /^(?:borndigital|derived|unknown|otherdaotype)$/,
  standarddatetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
};

/** What in this text is not as the schema of EAD3 has it; nothing where it is valid. */
export function faultsOfEad3(xml: string): string[] {
  const faults: string[] = [];
  const open: { name: string; children: string; text: boolean }[] = [];
  const ids = new Set<string>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => faults.push(error.message));
  parser.on("opentag", (tag) => {
    const above = open.at(-1);
    if (above) above.children += `${tag.local} `;
    faults.push(...attributeFaults(tag, ids));
    open.push({ name: tag.local, children: "", text: false });
  });
  parser.on("text", (text) => {
    const at = open.at(-1);
    if (at && text.trim() !== "") at.text = true;
  });
  parser.on("closetag", () => {
    const { name: closed = "", children = "", text = false } = open.pop() ?? {};
    const model = models[closed];
    if (!model) faults.push(`${closed} is not expected`);
    else if (!model.holds.test(children)) faults.push(`${closed} holds ${children}`);
    else if (text && !model.text) faults.push(`${closed} holds words`);
  });
  parser.write(xml).close();
  return faults;
}

function attributeFaults(tag: SaxesTagNS, ids: Set<string>): string[] {
  const allowed = (models[tag.local]?.attributes ?? "").split(" ").filter(Boolean);
  const names = [...allowed.map((one) => one.replace("!", "")), ...common];
  const given = Object.values(tag.attributes).map(({ local, value }) => [local, value] as const);
  const id = given.find(([local]) => local === "id")?.[1];
  const faults = id !== undefined && ids.has(id) ? [`id ${id} is there twice`] : [];
  if (id !== undefined) ids.add(id);
  const missing = allowed.filter((one) => one.endsWith("!") && !given.some(([local]) => `${local}!` === one));
  const strange = given.filter(
    ([local, value]) => !names.includes(local) || values[local]?.test(value) === false,
  );
  return [
    ...faults,
    ...missing.map((one) => `${tag.local} lacks ${one}`),
    ...strange.map(([local, value]) => `${tag.local} has ${local}="${value}"`),
  ];
}
