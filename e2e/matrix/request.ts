import sharp from "sharp";
import { nowhere } from "../support/actions";
import { baseUrl } from "../support/sign-in";
import { headersOf, type Sender } from "../support/post";
import { metBy } from "./met";
import { hrefsAt } from "./pages";
import type { RouteRow } from "./routes";
import type { Subject } from "./subjects";

type Sent = { address: string; body?: BodyInit; type?: string };

/** What each route is sent: nothing that would change anything, for those who may as well. */
const requests: Record<RouteRow["route"], (subject: Subject) => Sent | Promise<Sent>> = {
  "GET /api/auth/[...nextauth]": () => ({ address: "/api/auth/csrf" }),
  "POST /api/auth/[...nextauth]": () => ({ address: "/api/auth/signout", body: new URLSearchParams() }),
  "GET /api/find": () => ({ address: "/api/find?q=58-10" }),
  "GET /api/health": () => ({ address: "/api/health" }),
  "GET /api/history/checkpoint/[size]": async () => ({
    address: (await hrefsAt("/history/proofs", "auditor", "/api/history/checkpoint/\\d+"))[0]!,
  }),
  // A head and itself: the proof is empty, and needs no second head.
  "GET /api/history/consistency": async () => {
    const [head] = await hrefsAt("/history/proofs", "auditor", "/api/history/checkpoint/\\d+");
    const size = head!.split("/").at(-1);
    return { address: `/api/history/consistency?from=${size}&to=${size}` };
  },
  // The first entry tells of an account: the auditor sees it in the history, and the administrator.
  "GET /api/history/receipt/[entry]": () => ({ address: "/api/history/receipt/1" }),
  // One that is none of the region's: what a regional commission sees is its own.
  "GET /api/history/receipt/[entry]/pdf": async () => {
    const signed = "/history?act=sign&article=R7&order=old";
    const [all, theirs] = await Promise.all(
      ["auditor", "regional"].map((login) => hrefsAt(signed, login, "/history/entries/\\d+")),
    );
    const entry = all!.find((href) => !theirs!.includes(href))!;
    return { address: `/api/history/receipt/${entry.split("/").at(-1)}/pdf` };
  },
  "GET /api/history/verify": () => ({ address: "/api/history/verify" }),
  "GET /api/intake/template": () => ({ address: "/api/intake/template" }),
  "GET /api/intake/rejects/[id]": ({ other }) => ({ address: `/api/intake/rejects/${other}` }),
  "POST /api/history/bundle": () => ({
    address: "/api/history/bundle",
    body: new URLSearchParams({ kind: "none" }),
  }),
  "POST /api/history/csv": () => ({
    address: "/api/history/csv",
    body: new URLSearchParams({ table: "none" }),
  }),
  "POST /api/cases/[id]/bag": (subject) => ({
    address: `/api/cases/${subject.case}/bag`,
    body: new URLSearchParams({ purpose: "" }),
  }),
  // Without a purpose nothing is taken.
  "POST /api/lists/[list]": () => ({
    address: "/api/lists/transfers",
    body: new URLSearchParams({ purpose: "" }),
  }),
  "POST /api/locale": () => ({ address: "/api/locale", body: new URLSearchParams({ locale: "none" }) }),
  "GET /api/people/like": () => ({ address: "/api/people/like?name=Ахметов" }),
  "GET /api/people/suggest": () => ({ address: "/api/people/suggest?q=Ахметов" }),
  // Without a purpose nothing is taken.
  "POST /api/people/export": () => ({
    address: "/api/people/export",
    body: new URLSearchParams({ purpose: "" }),
  }),
  "POST /api/preferences": () => ({
    address: "/api/preferences",
    body: new URLSearchParams({ theme: "none" }),
  }),
  "GET /api/sheets/[file]/[position]": ({ page }) => ({ address: page }),
  "GET /api/intake/[id]/progress": ({ other }) => ({ address: `/api/intake/${other}/progress` }),
  "POST /api/upload/intake/[[...upload]]": () => ({ address: "/api/upload/intake", body: "nothing" }),
  "PATCH /api/upload/intake/[[...upload]]": () => ({
    address: `/api/upload/intake/${nowhere}`,
    body: "nothing",
  }),
  "HEAD /api/upload/intake/[[...upload]]": () => ({ address: `/api/upload/intake/${nowhere}` }),
  "DELETE /api/upload/intake/[[...upload]]": () => ({ address: `/api/upload/intake/${nowhere}` }),
  "GET /api/transfers/accessions": () => ({ address: "/api/transfers/accessions" }),
  "GET /api/transfers/act/[id]": ({ other }) => ({ address: `/api/transfers/act/${other}` }),
  "GET /api/transfers/totals": () => ({ address: "/api/transfers/totals" }),
  "POST /api/units/[id]/export": ({ file }) => ({
    address: `/api/units/${file}/export`,
    body: new URLSearchParams({ format: "none", purpose: "as the matrix has it" }),
  }),
  "POST /api/upload/scan": () => ({ address: "/api/upload/scan", body: "no picture" }),
  "POST /api/upload/sheet": async ({ file }) => ({
    address: "/api/upload/sheet",
    body: await imageForm(file),
  }),
  "GET /icon.svg": () => ({ address: "/icon.svg" }),
};

const white = { width: 32, height: 32, channels: 3, background: "#fff" } as const;
const whitePage = sharp({ create: white }).png().toBuffer();

async function imageForm(file: string): Promise<FormData> {
  const form = new FormData();
  form.set("fileId", file);
  form.set("sheet", "99999");
  form.set("image", new Blob([await whitePage], { type: "image/png" }), "sheet.png");
  return form;
}

export async function send({ route }: RouteRow, subject: Subject, sender: Sender): Promise<Response> {
  const sent = await requests[route]?.(subject);
  if (!sent) throw new Error(`nobody said what ${route} is sent`);
  const method = route.split(" ")[0] ?? "";
  const headers = headersOf(sender);
  return fetch(`${baseUrl}${sent.address}`, { method, headers, body: sent.body, redirect: "manual" });
}

/** A status, or in one word what the route answered as a server action does. */
export async function metAt(row: RouteRow, subject: Subject, sender: Sender): Promise<string> {
  const response = await send(row, subject, sender);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  const body: unknown = isJson ? JSON.parse(text) : null;
  const isResult = typeof body === "object" && body !== null && "ok" in body;
  return isResult ? metBy({ result: body }) : String(response.status);
}
