import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export type Source = { file: string; text: string };

export function sourcesOf(folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(folder, file))
      .map((file) => ({ file, text: readFileSync(file, "utf8") })),
  );
}

/**
 * Keys that a source asks for literally, with their namespace. Each translator variable is followed within
 * its file: `const t = useTranslations("shell.find")` and `t("title")` give shell.find.title.
 */
export function usedKeys(text: string): string[] {
  const maker = String.raw`(?:await\s+)?\(?(?:await\s+)?(?:useTranslations|getTranslations)\(\s*"([\w.-]+)"\s*\)\)?`;
  const keys = [...text.matchAll(new RegExp(`${maker}\\(\\s*"([\\w.-]+)"`, "g"))].map(
    (m) => `${m[1]}.${m[2]}`,
  );
  const namespaces = new Map<string, Set<string>>();
  for (const [, name = "", namespace = ""] of text.matchAll(new RegExp(`const (\\w+) = ${maker}`, "g"))) {
    namespaces.set(name, (namespaces.get(name) ?? new Set()).add(namespace));
  }
  for (const [name, spaces] of namespaces) {
    // Two functions of a file may both call theirs t: then either namespace may hold the key.
    if (spaces.size > 1) continue;
    const call = new RegExp(`(?<![\\w.])${name}(?:\\.(?:rich|markup|raw|has))?\\(\\s*"([\\w.-]+)"`, "g");
    for (const use of text.matchAll(call)) keys.push(`${[...spaces][0]}.${use[1]}`);
  }
  return keys;
}

/** Client components and everything they import from app/ and components/. */
export const reachableFromBrowser = (sources: Source[]): Source[] =>
  reachableFrom(
    sources.filter((source) => source.text.startsWith('"use client"')),
    sources,
  );

/** These and everything they import of the others. */
export function reachableFrom(starts: Source[], sources: Source[]): Source[] {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const reached = new Set<Source>();
  const visit = (source: Source): void => {
    if (reached.has(source)) return;
    reached.add(source);
    for (const [, target = ""] of source.text.matchAll(/^(?:import|export)\b[^"]*?from "([^"]+)"/gms)) {
      const base = target.startsWith("@/") ? target.slice(2) : path.join(path.dirname(source.file), target);
      const next = byFile.get(`${base}.tsx`) ?? byFile.get(`${base}.ts`);
      if (next) visit(next);
    }
  };
  starts.forEach(visit);
  return [...reached];
}

const spoken = new Set([
  "title",
  "placeholder",
  "alt",
  "label",
  "aria-label",
  "hint",
  "caption",
  "description",
]);

/** Words (two letters or more in a row) that stand in JSX itself; names of keys on a keyboard may. */
export function jsxWords(text: string): string[] {
  const words: string[] = [];
  const keep = (value: string): void => {
    const word = value.trim();
    if (/\p{L}{2}/u.test(word)) words.push(word);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === "Kbd") return;
    if (ts.isJsxText(node)) keep(node.text);
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer) {
      keep(literalOf(node.initializer));
    }
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) keep(literalOf(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("x.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return words;
}

/** The text of "…", {"…"} or {`…`}; of a template its fixed parts. */
function literalOf(node: ts.Node): string {
  if (ts.isJsxExpression(node)) return node.expression ? literalOf(node.expression) : "";
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return "";
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" ");
}
