import { fork } from "node:child_process";
import { Agent, get } from "node:http";
import { connect } from "@/lib/store/client";
import { openDatabase } from "@/scripts/database";
import { readDemoAccounts } from "@/scripts/demo-accounts";
import { withServed } from "@/scripts/served";
import { readSettings, type Settings } from "@/scripts/settings";
import { countElements, printPieces, readBody } from "./markup";
import { median, percentile, type Bench, type Figures } from "./measure";
import { prepareCases, type OpenCase } from "./open-cases";
import { signIn } from "./session";

/**
 * The case page of a signed-in member in a file of 200 sheets, with its finding and with its history of 50
 * entries: from the request to the last byte of the answer, one at a time on a connection that is kept. Beside
 * it, request by request, the same markup rendered by React alone.
 */
export const bench: Bench = async ({ quick }) => {
  let figures: Figures = {};
  await withServed(async (env) => {
    figures = await measure(env, quick ? { requests: 12, rounds: 3 } : { requests: 42, rounds: 5 });
  });
  return figures;
};

type Size = { requests: number; rounds: number };
type Page = { at: string; case: OpenCase };

async function measure(env: NodeJS.ProcessEnv, { requests, rounds }: Size): Promise<Figures> {
  const settings = readSettings(env);
  const member = (await readDemoAccounts(settings.data)).find(({ role }) => role === "member");
  if (!member) throw new Error("the demo cast has no member");
  const pages = (await prepare(settings, member.login)).flatMap((one): Page[] => [
    { at: `/cases/${one.id}`, case: one },
    { at: `/cases/${one.id}?tab=history`, case: one },
  ]);
  const ours = visitor(settings.url, await signIn(settings.url, member));
  const answered: Record<string, string> = {};
  for (const page of pages) answered[page.at] = (await visit(ours, page)).html;
  const contender = await startBare(answered);
  const bare = visitor(contender.url, "");
  try {
    for (const page of pages) await checkSame(page, answered[page.at]!, bare);
    const times = { ours: [] as number[][], bare: [] as number[][] };
    // The first round warms both up.
    for (let round = 0; round <= rounds; round++) {
      const [here, there]: [number[], number[]] = [[], []];
      for (let nth = 0; nth < requests; nth++) {
        const page = pages[nth % pages.length]!;
        here.push((await visit(ours, page)).ms);
        there.push((await bare(page.at)).ms);
      }
      if (round === 0) continue;
      times.ours.push(here);
      times.bare.push(there);
    }
    return { ...figuresOf(times), rows: requests * rounds, settings: describe(pages, answered) };
  } finally {
    contender.stop();
  }
}

async function prepare(settings: Settings, login: string): Promise<OpenCase[]> {
  const { doors } = await openDatabase(settings, () => undefined);
  const db = connect(doors.app);
  try {
    return await prepareCases(db, login);
  } finally {
    await db.close();
  }
}

type Answer = { ms: number; status: number; html: string };
type Visitor = (at: string) => Promise<Answer>;

/** Asks one at a time over one connection, and reads to the end. */
function visitor(url: string, cookie: string): Visitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (at) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      get(new URL(at, url), { agent, headers: { cookie, accept: "text/html" } }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          const ms = performance.now() - began;
          resolve({ ms, status: response.statusCode ?? 0, html: Buffer.concat(parts).toString("utf8") });
        });
      }).on("error", reject);
    });
}

/** Every answer that is measured is the page: the person, and the signature that the member may give. */
async function visit(ours: Visitor, page: Page): Promise<Answer> {
  const answer = await ours(page.at);
  const { name, proceeding } = page.case;
  const shown = [`>${name}<`, `/proceedings/${proceeding}/sign`].filter(
    (text) => !answer.html.includes(text),
  );
  if (answer.status !== 200 || shown.length > 0) {
    throw new Error(`${page.at} answered ${answer.status} without ${shown.join(", ")}`);
  }
  return answer;
}

async function startBare(pages: Record<string, string>): Promise<{ url: string; stop(): void }> {
  const child = fork("bench/bare.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const port = new Promise<number>((resolve, reject) => {
    child.once("message", (said) => resolve(said as number));
    child.once("exit", (code) => reject(new Error(`the bare server ended with ${code}`)));
  });
  child.send(pages);
  return { url: `http://127.0.0.1:${await port}`, stop: () => void child.disconnect() };
}

/** The contender shows what was answered, to the letter, and the history shows fifty entries. */
async function checkSame(page: Page, html: string, bare: Visitor): Promise<void> {
  const [theirs, own] = [readBody((await bare(page.at)).html), readBody(html)];
  if (printPieces(theirs) !== printPieces(own)) throw new Error(`the bare ${page.at} shows something else`);
  const listed = countElements(own, "time");
  if (page.at.endsWith("history") && listed < 50) throw new Error(`${page.at} lists ${listed} entries`);
}

function figuresOf(times: { ours: number[][]; bare: number[][] }): Figures {
  const of = (rounds: number[][], p: number): number => median(rounds.map((round) => percentile(round, p)));
  const [ours, bare] = [of(times.ours, 0.5), of(times.bare, 0.5)];
  return {
    p50_ms: ours,
    p95_ms: of(times.ours, 0.95),
    ratio: Math.round((ours / bare) * 100) / 100,
    contenders: { react: { p50_ms: bare, p95_ms: of(times.bare, 0.95) } },
  };
}

function describe(pages: readonly Page[], answered: Record<string, string>): Record<string, string> {
  const spread = (values: readonly number[]): string => `${Math.min(...values)}–${Math.max(...values)}`;
  const bytes = Object.values(answered).map((html) => Buffer.byteLength(html));
  const seen = Object.values(answered).map((html) => Buffer.byteLength(printPieces(readBody(html))));
  return {
    sheets: spread(pages.map((page) => page.case.sheets)),
    entries: spread(pages.map((page) => page.case.entries)),
    bytes: spread(bytes),
    bytes_of_markup: spread(seen),
  };
}
