import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";
import { sameOrigin } from "@/lib/auth/origin";
import { problem } from "@/lib/handler";

type Context = { params: Promise<{ nextauth: string[] }> };
type Answer = (request: NextRequest, context: Context) => Promise<Response>;

const read = ["signin", "error", "csrf", "session"];
const written = ["callback/credentials", "signout"];

/** Only the parts of next-auth that are in use; the rest of it is not there. */
export const GET: Answer = async (request, context) => answer(request, context, read);

/** Besides next-auth's own token against foreign forms, the request must come from a page of ours. */
export const POST: Answer = async (request, context) => {
  if (!sameOrigin(request.headers)) return problem(403, "Forbidden");
  return answer(request, context, written);
};

async function answer(request: NextRequest, context: Context, known: string[]): Promise<Response> {
  const { nextauth } = await context.params;
  if (!known.includes(nextauth.join("/"))) return problem(404, "Not Found");
  return (NextAuth(authOptions()) as Answer)(request, context);
}
