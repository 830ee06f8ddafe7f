"use server";

import { action } from "@/lib/action";
import * as people from "@/lib/people/perform-edits";
import * as pairs from "@/lib/people/merge";
import { caseEdit, comparison, personEdit } from "@/lib/people/schema";
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

export const comparePeople = action({
  input: comparison,
  run: (actor, input) => pairs.comparePeople(ownDesk(), actor, input),
  revalidate: (_, { personId, otherId }) => [`/people/${personId}`, `/people/${otherId}`],
});
