import type { Attributes } from "./ead-text";
import { joiner, type DescriptionField, type Target } from "./ead-fields";

/** One unit of description as a finding aid gives it. */
export interface EadUnit {
  /** What it is known by on a second import: see ead-keys. */
  key: string;
  parentKey: string | null;
  /** Place among its siblings, from 1. */
  position: number;
  /** The level in the words of the file ("series", "file", …); "component" when not given. */
  level: string;
  reference: string;
  title: string;
  dateText: string;
  extent: string;
  description: Partial<Record<DescriptionField, string>>;
  /** The `id` attribute: a hint when siblings are matched, never an identity. */
  sourceId: string;
  /** Line of the file at which the unit begins, or row of the table. */
  line: number;
  /** Of a table: cells that its fields do not give back letter by letter. */
  verbatim?: Record<string, string>;
}

/** A unit while it is being read. */
export class UnitDraft {
  readonly values = new Map<Target, string[]>();
  children = 0;
  private dateNormal = "";

  constructor(
    readonly parent: UnitDraft | null,
    readonly position: number,
    readonly level: string,
    readonly sourceId: string,
    readonly line: number,
  ) {}

  add(target: Target, text: string): void {
    if (text === "") return;
    const values = this.values.get(target);
    if (!values) this.values.set(target, [text]);
    else if (!values.includes(text)) values.push(text);
  }

  /** Keeps the machine-readable form of the unit's first date, met on `local` inside `target`. */
  noteDate(target: Target, local: string, attributes: Attributes): void {
    if (target === "date" && local === "unitdate") this.dateNormal ||= attributes("normal") ?? "";
    const standard = target === "structuredDate" ? attributes("standarddate") : null;
    if (!standard) return;
    if (local === "todate") this.dateNormal += this.dateNormal.endsWith("/") ? standard : "";
    else if (this.dateNormal === "") this.dateNormal = local === "fromdate" ? `${standard}/` : standard;
  }

  text(target: Target): string {
    return (this.values.get(target) ?? []).join(joiner(target));
  }

  /** Many finding aids give a date twice, in words and structured; the words are the source's. */
  finish(key: string, parentKey: string | null): EadUnit {
    const description: Partial<Record<DescriptionField, string>> = {};
    for (const target of this.values.keys()) {
      if (isOwnColumn(target)) continue;
      description[target] = this.text(target);
    }
    if (this.dateNormal !== "" && !this.dateNormal.endsWith("/")) description.dateNormal = this.dateNormal;
    return {
      key,
      parentKey,
      position: this.position,
      level: this.level,
      reference: this.text("reference"),
      title: this.text("title"),
      dateText: this.text("date") || this.text("structuredDate"),
      extent: this.text("extent"),
      description,
      sourceId: this.sourceId,
      line: this.line,
    };
  }
}

type OwnColumn = Exclude<Target, DescriptionField>;

function isOwnColumn(target: Target): target is OwnColumn {
  const own: readonly Target[] = ["reference", "title", "date", "structuredDate", "extent"];
  return own.includes(target);
}
