import { expect, test } from "@playwright/test";
import { builtActions, builtRoutes, nowhere, type BuiltAction } from "../support/actions";
import { callAction, foreign, ownPage, type Sender } from "../support/post";
import { baseUrl } from "../support/sign-in";
import { inputs } from "./inputs";
import { matrix } from "./matrix";
import { metBy } from "./met";
import { pageFor } from "./pages";
import { mayPass, players, type Player } from "./players";
import { metAt } from "./request";
import { titleOf, type Row } from "./row";
import { routeMatrix, type RouteRow } from "./routes";
import { expiredSession, openSession, passwordOf, sessionOf } from "./sessions";
import { find, noSubject, type Subject, type SubjectName } from "./subjects";

const usual: Record<Player, string> = {
  ...{ archivist: "archivist2", expert: "expert2", stranger: "expert3", head: "head" },
  ...{ representative: "interior", member: "member1", chair: "chair", deputy: "deputy" },
  ...{ secretary: "secretary1", regional: "regional", auditor: "auditor", administrator: "admin1" },
};
const loginOf = (player: Player, subject: Subject): string => subject.cast[player] ?? usual[player];

const actions = builtActions();
const actionOf = (row: Row): BuiltAction => {
  const found = actions.get(row.action);
  if (!found) throw new Error(`the build has no ${row.action}`);
  return found;
};

const subjects = new Map<SubjectName, Promise<Subject>>();
function subjectOf(name: SubjectName | undefined): Promise<Subject> {
  if (!name) return Promise.resolve(noSubject);
  const known = subjects.get(name) ?? find[name]();
  subjects.set(name, known);
  return known;
}

const seen = new Map<string, Promise<boolean>>();
/** Whether the page of the subject is there for this person. */
function sees({ page }: Subject, login: string): Promise<boolean> {
  const key = `${login} ${page}`;
  const known = seen.get(key) ?? pageFor(page, login).then((response) => response.status === 200);
  seen.set(key, known);
  return known;
}

/** What the matrix says that somebody meets: of the others only what is not there for them is no matter of roles. */
async function expected(row: Row | RouteRow, player: Player, subject: Subject): Promise<string> {
  if (row.may === "anybody" || mayPass(row, player)) return row.then;
  if (row.else) return row.else;
  if (!subject.page || (await sees(subject, loginOf(player, subject)))) return "heldRole";
  return "action" in row && /^(proceedings|cases|findings)/.test(row.action) ? "unknown" : "gone";
}

async function metByAll(tried: (player: Player) => Promise<string>, without?: Player) {
  const known = players.filter((player) => player !== without);
  const met = known.map(async (player) => [player, await tried(player)] as const);
  return Object.fromEntries(await Promise.all(met));
}

async function tryAction(row: Row, player: Player, subject: Subject, on = subject): Promise<string> {
  const login = loginOf(player, subject);
  const input = inputs[row.action]?.({ subject: on, act: row.act, password: passwordOf(login) });
  const sender = { cookie: await sessionOf(login), ...ownPage };
  return metBy(await callAction(actionOf(row), input, sender));
}

test("every action and route of the build has a row, and every row an action or a route", () => {
  const rows = [...new Set(matrix.map((row) => row.action))].sort();
  expect([...actions.keys()].sort()).toEqual(rows);
  expect(actions.size).toBeGreaterThan(40);
  expect(builtRoutes()).toEqual(routeMatrix.map((row) => row.route).sort());
});

test.describe("by role", () => {
  for (const row of matrix) {
    test(titleOf(row), async () => {
      const subject = await subjectOf(row.on);
      const said = await metByAll((player) => expected(row, player, subject), row.leaveOut);
      expect(await metByAll((player) => tryAction(row, player, subject), row.leaveOut)).toEqual(said);
    });
  }
  for (const row of routeMatrix) {
    test(row.route, async () => {
      const subject = await subjectOf(row.on);
      const tried = async (player: Player): Promise<string> =>
        metAt(row, subject, { cookie: await sessionOf(loginOf(player, subject)), ...ownPage });
      expect(await metByAll(tried)).toEqual(await metByAll((player) => expected(row, player, subject)));
    });
  }
});

/** Sessions that are none: the cookie is whole, and nobody stands behind it. */
const dead: Record<string, () => Promise<string | undefined>> = {
  "without a session": async () => undefined,
  "with a session that has run out": () => expiredSession("chair"),
  "with a session that was ended": async () => {
    const cookie = await openSession("chair");
    const signOut = actions.get("sign-in#signOut")!;
    expect(metBy(await callAction(signOut, {}, { cookie, ...ownPage }))).toBe("led to /sign-in?left=1");
    return cookie;
  },
};

const metAtAll = async (send: (action: BuiltAction) => Promise<string>): Promise<Record<string, string>> => {
  const met = [...actions].map(async ([name, action]) => [name, await send(action)] as const);
  return Object.fromEntries(await Promise.all(met));
};
const same = (names: Iterable<string>, met: string): Record<string, string> =>
  Object.fromEntries([...names].map((name) => [name, met]));
const call = (sender: Sender) => async (action: BuiltAction) => metBy(await callAction(action, {}, sender));

for (const [how, open] of Object.entries(dead)) {
  test(`nobody acts ${how}`, async () => {
    const sender = { cookie: await open(), ...ownPage };
    expect(await metAtAll(call(sender))).toEqual(same(actions.keys(), "signed_out"));
    for (const row of routeMatrix) {
      const status = row.may === "anybody" ? row.then : "401";
      expect([row.route, await metAt(row, await subjectOf(row.on), sender)]).toEqual([row.route, status]);
    }
  });
}

for (const [how, headers] of Object.entries(foreign)) {
  test(`no action is done ${how}`, async () => {
    const sender = { cookie: await sessionOf("chair"), ...headers };
    // The framework itself lets nothing begin that names another origin; what names none is refused by us.
    const met = headers.origin && headers.origin !== ownPage.origin ? "status 500" : "origin";
    expect(await metAtAll(call(sender))).toEqual(same(actions.keys(), met));
    for (const row of routeMatrix.filter(({ route }) => !/^(GET|HEAD) /.test(route))) {
      expect([row.route, await metAt(row, await subjectOf(row.on), sender)]).toEqual([row.route, "403"]);
    }
  });
}

test.describe("what somebody may not see is as if it were not there", () => {
  for (const row of matrix.filter(({ on }) => on && on !== "expertGrant")) {
    test(titleOf(row), async () => {
      const subject = await subjectOf(row.on);
      if (subject.page) expect(await sees(subject, usual.administrator)).toBe(false);
      const real = await tryAction(row, "administrator", subject);
      expect(real).toBe(await tryAction(row, "administrator", subject, noSubject));
    });
  }
});

/** An answer without what differs between any two: its day, its nonce, the address itself. */
async function answerAt(address: string, id: string): Promise<unknown> {
  const response = await pageFor(address, usual.administrator);
  const plain = (text: string): string =>
    text
      .replaceAll(id, "…")
      .replace(/nonce-[\w+/=]+/g, "nonce")
      .replace(/nonce(\\?"|=)[^,>\s]*/g, "nonce");
  const headers = [...response.headers].filter(([name]) => name !== "date");
  return {
    status: response.status,
    headers: headers.map(([name, value]) => [name, plain(value)]),
    body: rowsOf(plain(await response.text())),
  };
}

/** Rows of the stream are numbered and cut as they come, which no two times is the same. */
function rowsOf(page: string): string[] {
  const whole = page.replaceAll('"])</script><script nonce>self.__next_f.push([1,"', "");
  const rows = whole.split("\\n").map((row) => row.replace(/^[\da-f]+:/, ""));
  return rows.map((row) => row.replace(/\$([@LQh]?)[\da-f]+/g, "$$$1")).sort();
}

test("a page that somebody may not see answers like one that is not there", async () => {
  const [study, file, image] = await Promise.all([
    subjectOf("study"),
    subjectOf("fileStudy"),
    subjectOf("image"),
  ]);
  const pages = [
    ...[`/cases/${study.case}`, `/cases/${study.case}/finding`, `/cases/${study.case}/reading`],
    ...[`/people/${study.person}`, `/files/${file.file}`, `/files/${file.file}/sheets/1`],
    ...[`/proceedings/${study.proceeding}/sign?act=sign`, image.page],
  ];
  for (const page of pages) {
    const id = /[\da-f]{8}-[\da-f-]{27}/.exec(page)?.[0] ?? "";
    const hidden = await answerAt(page, id);
    expect(hidden).toEqual(await answerAt(page.replace(id, nowhere), nowhere));
    expect(hidden).toMatchObject({ status: 404 });
  }
});

test("an address that is nobody's answers 404, at any depth, with a session and without", async () => {
  for (const address of [
    "/nothing-here",
    "/nothing/here",
    "/kk/nothing",
    "/api/nothing",
    "/cases/new/nothing",
  ]) {
    const known = await pageFor(address, usual.member);
    expect([address, known.status]).toEqual([address, 404]);
    const stranger = await fetch(`${baseUrl}${address}`, { redirect: "manual" });
    expect([address, stranger.status]).toEqual([address, 404]);
  }
});
