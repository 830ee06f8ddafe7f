import type { Actor } from "@/lib/law/actor";
import { appPool } from "@/lib/store/client";
import { checkPassword } from "./credentials";

/** Asks for the password of somebody signed in once more, as before every signature. */
export const reauthenticate = (actor: Actor) => (password: string) =>
  checkPassword(appPool(), actor.accountId, password);
