import type { KnownBody } from "@/lib/store/intake-table";
import { foldText } from "./row-keys";

/** Agencies by code or by name in any of the languages. */
export class Agencies {
  private readonly byName = new Map<string, string>();
  private readonly codes = new Map<string, string>();

  constructor(bodies: readonly KnownBody[]) {
    for (const { id, code, names } of bodies) {
      this.codes.set(id, code);
      for (const name of [code, ...names]) this.byName.set(foldText(name), id);
    }
  }

  find(name: string): string | undefined {
    return this.byName.get(foldText(name));
  }

  /** Codes of these agencies, in one order. */
  print(ids: readonly string[]): string {
    return ids
      .map((id) => this.codes.get(id) ?? id)
      .sort()
      .join("; ");
  }
}
