"use server";

import { action } from "@/lib/action";
import { register } from "@/lib/people/perform";
import { registration } from "@/lib/people/schema";
import { ownDesk } from "@/lib/proceedings/desk";

export const registerCase = action({
  input: registration,
  run: (actor, input) => register(ownDesk(), actor, input),
  revalidate: (_, { fileId }) => [`/files/${fileId}`],
});
