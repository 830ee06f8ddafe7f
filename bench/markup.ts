import { createElement, type ReactNode } from "react";

export type Piece = string | { tag: string; attributes: [name: string, value: string][]; children: Piece[] };

/** What a body carries besides what is seen: programs with their data, and what React moves into the head. */
const unseen = new Set(["script", "link", "meta", "title", "style"]);
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const read = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name]!);

const token = /<!--[\s\S]*?-->|<script[\s>][\s\S]*?<\/script>|<\/([\w-]+)>|<([\w-]+)([^>]*?)(\/?)>|[^<]+/g;
const attribute = /([\w:-]+)="([^"]*)"/g;

/**
 * The body of a page as a tree, for what React itself wrote: every element is closed, every value stands in
 * double quotes. A comment between two texts parts them, as it does for React.
 */
export function readBody(html: string): Piece[] {
  const body = html.slice(html.indexOf(">", html.indexOf("<body")) + 1, html.lastIndexOf("</body>"));
  const open: { tag: string; children: Piece[] }[] = [{ tag: "", children: [] }];
  for (const [text, ended, begun, attributes = "", closed] of body.matchAll(token)) {
    const here = open.at(-1)!;
    if (ended !== undefined) {
      if (open.pop()?.tag !== ended) throw new Error(`</${ended}> ends <${here.tag}>`);
    } else if (begun !== undefined) {
      const pairs = [...attributes.matchAll(attribute)].map(([, name, value]) => [name!, read(value!)]);
      const piece = { tag: begun, attributes: pairs as [string, string][], children: [] };
      if (!unseen.has(begun)) here.children.push(piece);
      if (!closed) open.push(piece);
    } else if (!text.startsWith("<")) here.children.push(read(text));
  }
  return open[0]!.children;
}

const renamed: Record<string, string> = { class: "className", for: "htmlFor", tabindex: "tabIndex" };
/** Attributes that are there or not: React takes an empty text for "not". */
const flags = new Set("checked disabled hidden inert multiple open required selected".split(" "));

/** The same as React elements, made once: what is measured is rendering alone. */
export function toElements(pieces: readonly Piece[]): ReactNode[] {
  return pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const props = piece.attributes.map(([name, value]) => {
      if (name === "style") return [name, readStyle(value)] as const;
      return [renamed[name] ?? name, flags.has(name) && value === "" ? true : value] as const;
    });
    return createElement(piece.tag, Object.fromEntries(props), ...toElements(piece.children));
  });
}

function readStyle(text: string): Record<string, string> {
  const rules = text.split(";").filter((rule) => rule.includes(":"));
  return Object.fromEntries(
    rules.map((rule) => {
      const at = rule.indexOf(":");
      const name = rule.slice(0, at).trim();
      return [name.startsWith("--") ? name : camel(name), rule.slice(at + 1).trim()];
    }),
  );
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The markup in one text, attributes in the order of their names: to tell whether two pages show the same. */
export function printPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === "string") return piece;
      const attributes = piece.attributes.map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).sort();
      return `<${piece.tag}${attributes.join("")}>${printPieces(piece.children)}</${piece.tag}>`;
    })
    .join("");
}

/** How many elements of this name there are. */
export function countElements(pieces: readonly Piece[], tag: string): number {
  return pieces.reduce(
    (sum, piece) =>
      typeof piece === "string"
        ? sum
        : sum + (piece.tag === tag ? 1 : 0) + countElements(piece.children, tag),
    0,
  );
}
