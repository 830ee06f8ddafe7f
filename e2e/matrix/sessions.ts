import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { chooseClusterHome } from "@/scripts/cluster-home";
import { ownerUrl } from "@/scripts/pg-tools";
import { readPostmaster } from "@/scripts/postmaster";
import { demoAccounts, baseUrl } from "../support/sign-in";
import { headersOf, ownPage } from "../support/post";

const opened = new Map<string, Promise<string>>();

/** The session of one of the demo cast, opened once and kept. */
export function sessionOf(login: string): Promise<string> {
  const known = opened.get(login) ?? openSession(login);
  opened.set(login, known);
  return known;
}

export function passwordOf(login: string): string {
  const account = demoAccounts().find((one) => one.login === login);
  if (!account) throw new Error(`nobody of the demo cast signs in as ${login}`);
  return account.password;
}

/** A new session; what it answers is the cookie that a browser would keep. */
export async function openSession(login: string): Promise<string> {
  const first = await fetch(`${baseUrl}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const cookie = cookiesIn(first);
  const answer = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { ...headersOf({ cookie, ...ownPage }), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, login, password: passwordOf(login) }),
  });
  const session = cookiesIn(answer)
    .split("; ")
    .find((one) => one.includes("aqtalu-session="));
  if (!session) throw new Error(`${login} was not let in: ${answer.status}`);
  return session;
}

const cookiesIn = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");

/** A session that has run out: its hour is moved into the past where only the owner of the database can. */
export async function expiredSession(login: string): Promise<string> {
  const since = new Date();
  const cookie = await openSession(login);
  const client = new pg.Client({ connectionString: await ownerAddress() });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `update sessions set expires_at = created_at + interval '1 millisecond'
       where id = (select s.id from sessions s join accounts a on a.id = s.account_id
         where a.login = $1 and s.created_at >= $2 and s.ended_at is null order by s.created_at desc limit 1)`,
      [login, since],
    );
    if (rowCount !== 1) throw new Error("no session could be made to run out");
  } finally {
    await client.end();
  }
  return cookie;
}

/** The served Aqtalu has a private database; its password lies in the data directory that the tests made. */
async function ownerAddress(): Promise<string> {
  const place = await chooseClusterHome(process.env.AQTALU_DATA ?? ".aqtalu", () => undefined);
  const running = await readPostmaster(place);
  if (!running) throw new Error(`no database runs in ${place.home}`);
  return ownerUrl(running.port, await readFile(path.join(place.home, "password"), "utf8"), "aqtalu");
}
