"use server";

import { action } from "@/lib/action";
import { keepOwnMarks, marksInput } from "@/lib/findings/marks";

export const keepMarks = action({ input: marksInput, run: keepOwnMarks });
