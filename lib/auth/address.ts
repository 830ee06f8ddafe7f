import { ownOrigin } from "./cookie";

/**
 * Where to go after signing in, as a path of ours: whatever names another host, or the way in itself,
 * leads to the first page.
 */
export function pathWithin(wanted: unknown): string {
  if (typeof wanted !== "string" || !URL.canParse(wanted, ownOrigin())) return "/";
  const url = new URL(wanted, ownOrigin());
  const within = url.origin === ownOrigin() && !/^\/(sign-in|api)(\/|$)/.test(url.pathname);
  // Two slashes at the head would be another host to a browser.
  return within ? `/${url.pathname.replace(/^[/\\]+/, "")}${url.search}` : "/";
}
