import { builtActions, nowhere } from "../support/actions";
import { callAction, ownPage } from "../support/post";
import { hrefsAt, pageFor, textAt } from "./pages";
import type { Player } from "./players";
import { acceptImport, sendImport } from "../support/send-import";
import { sessionOf } from "./sessions";

/**
 * What actions are tried on: real subjects of the sample archive, found as a person finds them, by the links of
 * pages. `page` is where somebody sees it, or sees that there is nothing.
 */
export type Subject = {
  page: string;
  proceeding: string;
  case: string;
  file: string;
  /** Or an account, or a common finding. */
  person: string;
  /** A draft of a finding, an import, a grant: whatever else the row is about. */
  other: string;
  /** Who plays a part here where it matters who it is: the author, whoever opened it. */
  cast: Partial<Record<Player, string>>;
};
export type SubjectName = keyof typeof find;

const id = "([\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12})";
export const noSubject: Subject = {
  ...{ page: "", proceeding: nowhere, case: nowhere, file: nowhere, person: nowhere, other: nowhere },
  cast: {},
};
const experts = ["expert1", "expert2", "expert3", "expert4"];
/** Who is no author: some expert other than the one found. */
const strangerTo = (author: string): string => experts.find((login) => login !== author) ?? author;

/** The first thing that waits for one of these people, and for whom. */
async function waiting(logins: readonly string[], query: string): Promise<{ href: string; login: string }> {
  for (const login of logins) {
    const [href] = await hrefsAt(`/?${query}`, login, `/(?:cases|proceedings)/${id}`);
    if (href) return { href, login };
  }
  throw new Error(`the sample archive has nothing for ${logins.join(", ")} under ${query}`);
}

async function ofQueue(logins: readonly string[], query: string): Promise<Subject & { login: string }> {
  const { href, login } = await waiting(logins, query);
  return { ...(await subjectAt(href, login)), login };
}

/** A case with its newest proceeding, its first file and its person, or a proceeding about a file. */
async function subjectAt(href: string, login: string): Promise<Subject> {
  const [, kind, found] = new RegExp(`/(cases|proceedings)/${id}`).exec(href) ?? [];
  if (!found) throw new Error(`${href} leads to no case and no proceeding`);
  if (kind === "proceedings") return { ...noSubject, proceeding: found, page: `/proceedings/${found}` };
  const text = await textAt(`/cases/${found}?tab=files`, login);
  const who = await textAt(`/cases/${found}?tab=person`, login);
  const first = (form: string, shown = text): string => new RegExp(form).exec(shown)?.[1] ?? nowhere;
  const proceeding = first(`proceeding\\\\?":\\\\?"${id}`);
  const [file, named] = [first(`"/files/${id}`), first(`"/people/${id}`, who)];
  return { ...noSubject, case: found, proceeding, file, person: named, page: `/cases/${found}` };
}

async function ofCases(query: string): Promise<Subject> {
  const [href] = await hrefsAt(`/cases?${query}`, "secretary1", `/cases/${id}`);
  if (!href) throw new Error(`no case under ${query}`);
  return subjectAt(href, "secretary1");
}

/** A file that waits for its author leads to its sheets, and from there to its proceeding. */
async function fileStudy(): Promise<Subject> {
  for (const login of experts) {
    for (const href of await hrefsAt(
      "/?what=study&kind=declassification",
      login,
      `/files/${id}\\?tab=spans`,
    )) {
      const page = new RegExp(`/files/${id}`).exec(href)![0];
      const proceeding = new RegExp(`"/proceedings/${id}`).exec(await textAt(page, login))?.[1];
      if (!proceeding) throw new Error(`${page} leads to no proceeding`);
      const cast = { expert: login, stranger: strangerTo(login) };
      return { ...noSubject, proceeding, file: page.slice("/files/".length), page, cast };
    }
  }
  throw new Error("no file waits for an author");
}

/** A case whose author has begun a finding. */
async function study(): Promise<Subject> {
  for (const login of experts) {
    for (const href of await hrefsAt("/?what=study&kind=rehabilitation", login, `/cases/${id}`)) {
      const other = versionIn(await textAt(`${href}/finding`, login));
      if (!other) continue;
      const found = await subjectAt(href, login);
      return { ...found, other, cast: { expert: login, stranger: strangerTo(login) } };
    }
  }
  throw new Error("no author has begun a finding");
}

const versionIn = (text: string): string | undefined =>
  new RegExp(`versionId\\\\?":\\\\?"${id}`).exec(text)?.[1];

/** A common finding that the author has just begun, for the file of that case. */
async function common(): Promise<Subject> {
  const found = await study();
  const create = builtActions().get("findings#createCommon");
  const author = found.cast.expert ?? "";
  if (!create) throw new Error("the build begins no common findings");
  const sender = { cookie: await sessionOf(author), ...ownPage };
  const answer = await callAction(create, { fileId: found.file, title: "As the matrix has it" }, sender);
  const finding = new RegExp(`"findingId":"${id}`).exec(JSON.stringify(answer))?.[1];
  if (!finding) throw new Error(`no common finding was begun: ${JSON.stringify(answer)}`);
  const other = versionIn(await textAt(`/findings/common/${finding}`, author));
  if (!other) throw new Error("the common finding has no draft");
  return { ...found, person: finding, other, page: `/files/${found.file}` };
}

/** Whoever finds it waiting did not attest it, and there are two archivists. */
async function attested(): Promise<Subject> {
  const { login, ...found } = await ofQueue(["archivist1", "archivist2"], "what=confirm");
  return { ...found, cast: { archivist: login === "archivist1" ? "archivist2" : "archivist1" } };
}

async function openFile(): Promise<Subject> {
  const [href] = await hrefsAt("/files?view=list&standing=never_secret", "archivist2", `/files/${id}`);
  if (!href) throw new Error("no file is open");
  return { ...noSubject, file: href.slice("/files/".length), page: href };
}

/** An import that the archivist has looked at and not decided on: the template with nothing filled in. */
async function proposal(): Promise<Subject> {
  const template = await pageFor("/api/intake/template", "archivist2");
  const body = new Uint8Array(await template.arrayBuffer());
  const other = await sendImport(await sessionOf("archivist2"), "matrix.csv", body);
  return { ...noSubject, other };
}

/** An import that was taken in, and on whose one file nobody has worked. */
async function importToUndo(): Promise<Subject> {
  const cookie = await sessionOf("archivist2");
  const table = `Архив;Фонд;Опись;Номер дела\nМатрица;${Date.now()};1;1\n`;
  const other = await sendImport(cookie, "undo.csv", new TextEncoder().encode(table));
  await acceptImport(cookie, other);
  return { ...noSubject, other };
}

/** A transfer that is through, as both of its archives see it. */
async function transfer(): Promise<Subject> {
  const [page] = await hrefsAt("/transfers?state=accepted", "archivist1", `/transfers/${id}`);
  if (!page) throw new Error("no transfer was accepted");
  return { ...noSubject, page, other: page.slice("/transfers/".length) };
}

/** An appointment of an expert, as the administrator finds it in the form that would end it. */
async function expertGrant(): Promise<Subject> {
  const accounts = await hrefsAt("/accounts", "admin1", `/accounts/${id}`);
  for (const page of accounts) {
    const text = await textAt(page, "admin1");
    const form = new RegExp(`name="id" value="${id}"`).exec(text)?.[1];
    if (form && /expert1/.test(text)) {
      return { ...noSubject, page, person: page.slice("/accounts/".length), other: form };
    }
  }
  throw new Error("no expert holds an office that could be ended");
}

/** A sheet with an image in the sample's file of many accused. */
async function image(): Promise<Subject> {
  for (const page of await hrefsAt(
    "/files?view=list&q=40+%D1%87%D0%B5%D0%BB",
    "archivist2",
    `/files/${id}`,
  )) {
    const text = await textAt(`${page}?tab=images`, "archivist2");
    const sheet = new RegExp(`href="(${page}/sheets/[^"?]+)"`).exec(text)?.[1];
    const address =
      sheet && new RegExp(`/api/sheets/${id}/\\d+`).exec(await textAt(sheet, "archivist2"))?.[0];
    if (address) return { ...noSubject, page: address, file: page.slice("/files/".length) };
  }
  throw new Error("the sample has no file with images");
}

async function person(): Promise<Subject> {
  const found = await study();
  return { ...found, page: `/people/${found.person}` };
}

export const find = {
  attested,
  fileStudy,
  fileReading: () => ofQueue(experts, "what=read&kind=declassification"),
  owners: () => ofQueue(["interior"], "what=reply"),
  fileSigning: () => ofQueue(["member1", "member2", "member3"], "what=sign&kind=declassification"),
  study,
  common,
  person,
  reading: () => ofQueue(experts, "what=read&kind=rehabilitation"),
  regional: () => ofQueue(["regional"], "what=conclude"),
  signing: () => ofQueue(["member1", "member2", "member3"], "what=sign&kind=rehabilitation"),
  legalAct: () => ofQueue(["secretary1", "secretary2"], "what=enter_act"),
  entered: () => ofQueue(["secretary1", "secretary2"], "what=confirm_act"),
  refused: () => ofCases("outcome=refused"),
  granted: () => ofCases("stage=rehabilitated"),
  openFile,
  proposal,
  // Acts on the other one may have changed or declined it by then.
  proposalToRead: proposal,
  proposalToReread: proposal,
  proposalToDrop: proposal,
  importToUndo,
  image,
  transfer,
  expertGrant,
} satisfies Record<string, () => Promise<Subject>>;
