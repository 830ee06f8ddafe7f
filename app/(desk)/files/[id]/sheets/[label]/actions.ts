"use server";

import { action } from "@/lib/action";
import { ownDesk } from "@/lib/proceedings/desk";
import { readClosedSheet as read } from "@/lib/sheets/perform";
import { closedReading } from "@/lib/units/schema";

export const readClosedSheet = action({
  input: closedReading,
  run: (actor, input) => read(ownDesk(), actor, input),
});
