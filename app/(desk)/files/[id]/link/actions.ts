"use server";

import { action } from "@/lib/action";
import { linkFile as link } from "@/lib/people/perform-edits";
import { fileLink } from "@/lib/people/schema";
import { ownDesk } from "@/lib/proceedings/desk";

export const linkFile = action({
  input: fileLink,
  run: (actor, input) => link(ownDesk(), actor, input),
  revalidate: (_, { fileId, caseId }) => [`/files/${fileId}`, `/cases/${caseId}`],
});
