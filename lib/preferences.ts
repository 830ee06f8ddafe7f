/** What a browser keeps about how somebody likes the screens; none of it matters to anybody else. */
export const themeCookie = "aqtalu-theme";
export const keysCookie = "aqtalu-keys";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function isTheme(value: unknown): value is Theme {
  return typeof value === "string" && (themes as readonly string[]).includes(value);
}

export type KeysChoice = "on" | "off";

export function isKeysChoice(value: unknown): value is KeysChoice {
  return value === "on" || value === "off";
}

/**
 * Keeps one choice in a cookie for a year and leads back to the page it was made on. Answers 403 to a
 * form of another site and 400 to a value that is not one of the choices.
 */
export function keepChoice(request: Request, choice: { cookie: string; value: string } | null): Response {
  if (!comesFromHere(request)) return new Response(null, { status: 403 });
  if (!choice) return new Response(null, { status: 400 });
  const secure = process.env.AQTALU_URL?.startsWith("https://") ? "; Secure" : "";
  return new Response(null, {
    status: 303,
    headers: {
      Location: pageBefore(request),
      "Set-Cookie": `${choice.cookie}=${choice.value}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`,
    },
  });
}

function comesFromHere(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return (site === null || site === "same-origin") && ownUrl(request, "origin") !== null;
}

/** The referring page of this site, as a path: a second slash at its head would name another host. */
function pageBefore(request: Request): string {
  const referer = ownUrl(request, "referer");
  return referer ? `/${referer.pathname.replace(/^[/\\]+/, "")}${referer.search}` : "/";
}

function ownUrl(request: Request, header: "origin" | "referer"): URL | null {
  const text = request.headers.get(header) ?? "";
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.host === request.headers.get("host") ? url : null;
}
