import { ownOrigin } from "./cookie";

/**
 * Did a page of ours send this? Both headers must be there and say so: the framework lets a request
 * without Origin through, and a sandboxed frame sends `null`.
 */
export function sameOrigin(headers: Pick<Headers, "get">): boolean {
  return headers.get("origin") === ownOrigin() && headers.get("sec-fetch-site") === "same-origin";
}
