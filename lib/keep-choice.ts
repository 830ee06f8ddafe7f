import { ownOrigin, usesHttps } from "./auth/cookie";
import { sameOrigin } from "./auth/origin";

/**
 * Keeps one choice in a cookie for a year and leads back to the page it was made on. Answers 403 to a
 * form of another site and 400 to a value that is not one of the choices.
 */
export function keepChoice(request: Request, choice: { cookie: string; value: string } | null): Response {
  if (!sameOrigin(request.headers)) return new Response(null, { status: 403 });
  if (!choice) return new Response(null, { status: 400 });
  const flags = `Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${usesHttps() ? "; Secure" : ""}`;
  return new Response(null, {
    status: 303,
    headers: {
      Location: pageBefore(request.headers.get("referer") ?? ""),
      "Set-Cookie": `${choice.cookie}=${choice.value}; ${flags}`,
    },
  });
}

/** The referring page of this site, as a path: a second slash at its head would name another host. */
function pageBefore(referer: string): string {
  if (!URL.canParse(referer)) return "/";
  const { origin, pathname, search } = new URL(referer);
  return origin === ownOrigin() ? `/${pathname.replace(/^[/\\]+/, "")}${search}` : "/";
}
