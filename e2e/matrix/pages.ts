import { baseUrl } from "../support/sign-in";
import { sessionOf } from "./sessions";

/** A page as somebody gets it. */
export async function pageFor(address: string, login: string): Promise<Response> {
  const cookie = await sessionOf(login);
  return fetch(`${baseUrl}${address}`, { headers: { cookie }, redirect: "manual" });
}

export async function textAt(address: string, login: string): Promise<string> {
  const response = await pageFor(address, login);
  if (response.status !== 200) throw new Error(`${address} answers ${login} with ${response.status}`);
  return response.text();
}

/** Where the links of a page lead, those of one form, in their order. */
export async function hrefsAt(address: string, login: string, form: string): Promise<string[]> {
  const text = await textAt(address, login);
  const found = [...text.matchAll(new RegExp(`href="(${form})"`, "g"))].flatMap((match) => match[1] ?? []);
  return [...new Set(found)];
}
