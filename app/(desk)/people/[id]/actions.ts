"use server";

import { action } from "@/lib/action";
import * as people from "@/lib/people/perform-edits";
import { caseEdit, personEdit } from "@/lib/people/schema";
import { ownDesk } from "@/lib/proceedings/desk";

export const editPerson = action({
  input: personEdit,
  run: (actor, input) => people.editPerson(ownDesk(), actor, input),
  revalidate: (_, { personId }) => [`/people/${personId}`],
});

export const editCase = action({
  input: caseEdit,
  run: (actor, input) => people.editCase(ownDesk(), actor, input),
  revalidate: (_, { caseId }) => [`/cases/${caseId}`],
});
