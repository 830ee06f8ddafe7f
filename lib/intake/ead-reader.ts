import type { SaxesTagNS } from "saxes";
import {
  ACCESS_ELEMENTS,
  COMPONENT,
  DID_ELEMENTS,
  fieldOfLocalType,
  GROUPS,
  joiner,
  NOTE_ELEMENTS,
  UNSAID_LEVEL,
  type Target,
} from "./ead-fields";
import { TextCollector, tidy, type Attributes } from "./ead-text";
import { UnitDraft } from "./ead-unit";

type Role = "unit" | "group" | "access" | "did" | "header" | "other";
type HeaderField = "record" | "agency" | "title";

/** An element whose text is being gathered, and what becomes of the text. */
interface Capture {
  collector: TextCollector;
  depth: number;
  noteDate: (local: string, attributes: Attributes) => void;
  keep: (collector: TextCollector) => void;
}

const HEADER: Readonly<Record<string, HeaderField>> = {
  recordid: "record",
  eadid: "record",
  agencycode: "agency",
  titleproper: "title",
};

/** Follows the elements of one finding aid and keeps what a description needs of them. */
export class EadReader {
  readonly drafts: UnitDraft[] = [];
  readonly header: Record<HeaderField, string> = { record: "", agency: "", title: "" };
  rootName: string | null = null;
  headerName: "control" | "eadheader" | null = null;
  depth = 0;
  private namespace = "";
  private foreign = 0;
  private readonly roles: Role[] = [];
  private readonly units: UnitDraft[] = [];
  private capture: Capture | null = null;

  openElement(tag: SaxesTagNS, line: number): void {
    this.depth += 1;
    if (this.rootName === null) {
      this.rootName = tag.local;
      this.namespace = tag.uri;
    }
    // Records of other schemas are embedded in some finding aids; their `c` is not a component.
    if (this.foreign > 0 || tag.uri !== this.namespace) {
      this.foreign += 1;
      return;
    }
    const attributes = readAttributes(tag);
    if (this.capture) {
      this.capture.noteDate(tag.local, attributes);
      this.capture.collector.openElement(tag.local, attributes);
      return;
    }
    this.roles.push(this.enter(tag.local, attributes, line));
  }

  closeElement(local: string): void {
    this.depth -= 1;
    if (this.foreign > 0) {
      this.foreign -= 1;
      return;
    }
    if (this.capture) {
      this.capture.collector.closeElement(local);
      if (this.depth >= this.capture.depth) return;
      this.capture.keep(this.capture.collector);
      this.capture = null;
    }
    if (this.roles.pop() === "unit") this.units.pop();
  }

  addText(text: string): void {
    if (this.foreign === 0) this.capture?.collector.addText(text);
  }

  private enter(local: string, attributes: Attributes, line: number): Role {
    const unit = this.units.at(-1);
    const whole = local === "archdesc" && this.drafts.length === 0;
    if (whole || (unit && COMPONENT.test(local))) {
      this.startUnit(unit ?? null, attributes, line);
      return "unit";
    }
    if (!unit) return this.enterHeader(local, attributes);
    const role = this.roles.at(-1);
    const insideUnit = role === "unit" || role === "group";
    if (insideUnit && local === "did") return "did";
    if (insideUnit && GROUPS.has(local)) return "group";
    if ((insideUnit || role === "access") && local === "controlaccess") return "access";
    const target = targetOf(role, local, attributes);
    if (target) this.startCapture(local, attributes, unit, target);
    return "other";
  }

  private enterHeader(local: string, attributes: Attributes): Role {
    if (local === "control" || local === "eadheader") {
      this.headerName = local;
      return "header";
    }
    const field = HEADER[local];
    if (!this.roles.includes("header") || !field || this.header[field] !== "") return "other";
    if (local === "eadid") this.header.agency = tidy(attributes("mainagencycode") ?? "");
    this.capture = {
      collector: new TextCollector(false),
      depth: this.depth,
      noteDate: () => undefined,
      keep: (collector) => (this.header[field] = collector.finish(" ")),
    };
    this.capture.collector.openElement(local, attributes);
    return "other";
  }

  private startUnit(parent: UnitDraft | null, attributes: Attributes, line: number): void {
    const level = attributes("level") ?? "";
    const named = level === "otherlevel" ? (attributes("otherlevel") ?? level) : level;
    const position = parent ? (parent.children += 1) : 1;
    const draft = new UnitDraft(parent, position, tidy(named) || UNSAID_LEVEL, attributes("id") ?? "", line);
    this.drafts.push(draft);
    this.units.push(draft);
  }

  private startCapture(local: string, attributes: Attributes, unit: UnitDraft, target: Target): void {
    this.capture = {
      collector: new TextCollector(local === "odd" && target === "note"),
      depth: this.depth,
      noteDate: (inner, of) => unit.noteDate(target, inner, of),
      keep: (collector) => unit.add(target, collector.finish(joiner(target))),
    };
    this.capture.noteDate(local, attributes);
    this.capture.collector.openElement(local, attributes);
    if (target === "container") this.capture.collector.addText(`${containerType(attributes)} `);
  }
}

/** What an element fills, by what it stands in. */
function targetOf(role: Role | undefined, local: string, attributes: Attributes): Target | undefined {
  if (role === "did") return DID_ELEMENTS[local];
  if (role === "access") return local === "head" ? undefined : (ACCESS_ELEMENTS[local] ?? "accessPoints");
  if (role !== "unit" && role !== "group") return undefined;
  if (local === "odd") return fieldOfLocalType(attributes("localtype")) ?? "note";
  return NOTE_ELEMENTS[local];
}

function containerType(attributes: Attributes): string {
  return tidy(attributes("localtype") ?? attributes("type") ?? attributes("label") ?? "");
}

/** Attributes by local name: EAD 2002 puts some of them (href) into the XLink namespace. */
function readAttributes(tag: SaxesTagNS): Attributes {
  return (local) => {
    const plain = tag.attributes[local];
    if (plain) return plain.value;
    const prefixed = Object.values(tag.attributes).find((one) => one.local === local && one.prefix !== "xml");
    return prefixed?.value ?? null;
  };
}
