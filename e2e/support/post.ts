import { baseUrl } from "./sign-in";
import type { BuiltAction } from "./actions";

/** Who asks, and which page the request says it comes from; what is left out is not sent. */
export type Sender = { cookie?: string | undefined; origin?: string; site?: string };

export const ownPage = { origin: new URL(baseUrl).origin, site: "same-origin" } as const;

/** Requests that no page of ours sends. */
export const foreign: Record<string, Omit<Sender, "cookie">> = {
  "without an origin": {},
  "with the origin null": { origin: "null", site: "cross-site" },
  "from another site": { origin: "https://elsewhere.example", site: "cross-site" },
  "from another site that names our origin": { origin: ownPage.origin, site: "cross-site" },
};

export function headersOf({ cookie, origin, site }: Sender): Record<string, string> {
  return {
    ...(cookie && { cookie }),
    ...(origin && { origin }),
    ...(site && { "sec-fetch-site": site }),
  };
}

/** What an action answered: its own result, or that the framework did not let it begin, or where it led. */
export type Answer = { result: unknown } | { status: number } | { to: string };

/** Calls a server action as the browser does, past every page. */
export async function callAction(action: BuiltAction, input: unknown, sender: Sender): Promise<Answer> {
  const response = await fetch(`${baseUrl}${action.page}`, {
    method: "POST",
    redirect: "manual",
    headers: {
      ...headersOf(sender),
      "next-action": action.id,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
    },
    body: JSON.stringify([input]),
  });
  const to = response.headers.get("x-action-redirect");
  const body = await response.text();
  if (to) return { to: to.split(";")[0] ?? "" };
  if (response.status >= 500 || response.headers.has("x-nextjs-action-not-found"))
    return { status: response.status };
  return { result: resultIn(body) };
}

/** The answer stands in the row that the first row of the stream names under `a`. */
function resultIn(stream: string): unknown {
  const rows = new Map(
    stream.split("\n").flatMap((line) => {
      const match = /^([0-9a-f]+):(.*)$/.exec(line);
      return match ? [[match[1]!, match[2]!] as const] : [];
    }),
  );
  const head = JSON.parse(rows.get("0") ?? "{}") as { a?: string };
  const row = rows.get(/^\$@([0-9a-f]+)$/.exec(head.a ?? "")?.[1] ?? "");
  if (!row) throw new Error(`no answer of an action in: ${stream.slice(0, 300)}`);
  return JSON.parse(row);
}
