import type { EditRefusal } from "@/lib/units/view";
import type { ImageProblem } from "./image";

export type { SheetAccess, SheetImage } from "@/lib/store/sheets";
export type SheetRefusal = EditRefusal | { condition: ImageProblem };

/** One place in the strip below a sheet: what can be turned to, and what is shut and why. */
export type StripSheet = {
  position: number;
  label: string;
  /** As it stands in an address: `12`, `12v`. */
  slug: string;
  state: "image" | "closed" | "secret" | "none";
};
