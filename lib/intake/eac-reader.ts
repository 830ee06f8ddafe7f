import type { SaxesTagNS } from "saxes";
import { tidy } from "./ead-text";
import type { XmlReader } from "./xml-run";

/** One form of a name. */
export interface EacName {
  text: string;
  surname: string;
  given: string;
  patronymic: string;
  authorized: boolean;
  /** Neither authorized nor parallel. */
  alias: boolean;
}

type Said = "recordId" | "agency" | "entityType" | "date" | "fromDate" | "toDate" | "birthPlace";

const PARTS: readonly (readonly [RegExp, "surname" | "given" | "patronymic"])[] = [
  [/patronym|отчеств/i, "patronymic"],
  [/surname|famil|last|фамил|тегі/i, "surname"],
  [/forename|given|first|имя|аты/i, "given"],
];
const BIRTH = /birth|born|рожд|туған/i;
/** Children of a description that are taken; of the others it is said that they are not. */
const TAKEN = new Set(["existDates", "places", "place"]);

interface Element {
  local: string;
  attributes: ReadonlyMap<string, string>;
  text: string;
}

/** Follows the elements of an authority record in EAC-CPF and keeps what a person needs of them. */
export class EacReader implements XmlReader {
  rootName: string | null = null;
  /** Where the description begins. */
  line = 1;
  readonly names: EacName[] = [];
  readonly others = new Set<string>();
  readonly said: Record<Said, string> = {
    ...{ recordId: "", agency: "", entityType: "", date: "", fromDate: "", toDate: "", birthPlace: "" },
  };
  private readonly path: Element[] = [];
  private name: EacName | null = null;
  private place = { name: "", role: "" };

  get depth(): number {
    return this.path.length;
  }

  openElement(tag: SaxesTagNS, line: number): void {
    this.rootName ??= tag.local;
    const attributes = new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
    if (tag.local === "cpfDescription") this.line = line;
    if (tag.local === "nameEntry") this.startName(attributes);
    if (tag.local === "place") this.place = { name: "", role: attributes.get("localType") ?? "" };
    if (this.path.at(-1)?.local === "description" && !TAKEN.has(tag.local)) this.others.add(tag.local);
    if (tag.local === "relations" || tag.local === "alternativeSet") this.others.add(tag.local);
    this.path.push({ local: tag.local, attributes, text: "" });
  }

  addText(text: string): void {
    const at = this.path.at(-1);
    if (at) at.text += text;
  }

  closeElement(): void {
    const element = this.path.pop();
    if (element) this.take(element, tidy(element.text));
  }

  private startName(attributes: ReadonlyMap<string, string>): void {
    const authorized =
      attributes.get("status") === "authorized" || attributes.get("preferredForm") === "true";
    const parallel = this.path.some(
      ({ local }) => local.startsWith("nameEntryParallel") || local === "nameEntrySet",
    );
    this.name = { text: "", surname: "", given: "", patronymic: "", authorized, alias: !parallel };
  }

  private take({ local, attributes }: Element, text: string): void {
    const above = this.path.at(-1)?.local;
    if (local === "part") this.takePart(attributes.get("localType") ?? "", text);
    else if (local === "authorizedForm" && this.name) this.name.authorized = true;
    else if (local === "nameEntry") this.finishName();
    else if (local === "entityType") this.keep("entityType", (attributes.get("value") ?? text).toLowerCase());
    else if (local === "recordId") this.keep("recordId", text);
    else if (local === "agencyCode" || local === "agencyName") this.keep("agency", text);
    else if (this.within("existDates"))
      this.takeDate(local, above, attributes.get("standardDate") ?? "", text);
    else if (local === "placeEntry" || local === "placeName") this.place.name ||= text;
    else if (local === "placeRole") this.place.role ||= text;
    else if (local === "place" && BIRTH.test(this.place.role)) this.keep("birthPlace", this.place.name);
  }

  private takePart(type: string, text: string): void {
    if (!this.name) return;
    this.name.text = [this.name.text, text].filter(Boolean).join(" ");
    const part = PARTS.find(([form]) => form.test(type))?.[1];
    if (part) this.name[part] ||= text;
  }

  private finishName(): void {
    if (this.name && this.name.text !== "") this.names.push(this.name);
    this.name = null;
  }

  private takeDate(local: string, above: string | undefined, standard: string, text: string): void {
    const words = text || standard;
    if (local === "fromDate" || local === "toDate") this.keep(local, words);
    else if (local === "date" && above === "existDates") this.keep("date", words);
  }

  private within(local: string): boolean {
    return this.path.some((element) => element.local === local);
  }

  /** What comes first counts: a file may hold other identities of the same person. */
  private keep(what: Said, text: string): void {
    this.said[what] ||= text;
  }
}
