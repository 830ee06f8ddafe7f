import { named, reference } from "@/lib/cases/view";
import type { Dossier } from "./dossier";
import { html, list, terms, type Html } from "./html";
import { findingPart } from "./page-findings";
import { proceedingPart } from "./page-proceedings";
import type { Words } from "./words";

const style = `body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25}dt{font-weight:bold}dd{margin:0 0 .5rem}blockquote{margin:.25rem 1rem;white-space:pre-line}
section{border-top:1px solid #888;margin-top:2rem}.statement{white-space:pre-line}`;

/** The dossier for reading, in one page that needs nothing from elsewhere. */
export function printPage(dossier: Dossier, words: Words): string {
  const { head, address, findings, proceedings } = dossier;
  const { say } = words;
  const page = html`<!doctype html>
    <html lang="${words.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say("heading")}: ${head.name}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <h1>${head.name}</h1>
        <p>${say("heading")}. ${say("address")}: ${address}</p>
        <section>
          <h2>${say("described")}</h2>
          ${casePart(dossier, words)}
        </section>
        <section>
          <h2>${say("findings")}</h2>
          ${findings.length > 0 ? findings.map((one) => findingPart(one, words)) : say("none")}
        </section>
        <section>
          <h2>${say("proceedings")}</h2>
          ${proceedings.length > 0 ? proceedings.map((one) => proceedingPart(one, dossier, words)) : say("none")}
        </section>
        <section>
          <h2>${say("history")}</h2>
          <p>${say("historyHow")}</p>
        </section>
      </body>
    </html> `;
  return page.html;
}

function casePart({ head, images }: Dossier, words: Words): Html {
  const { cases, locale, say } = words;
  const word = (key: string): string => cases(`person.${key}`);
  const outcome = head.outcome && cases(`outcome.${head.outcome}`);
  const secret = head.neverSecret && cases("stage.neverSecret");
  const charges = head.charges.map(({ article, text }) => [article, text].filter(Boolean).join(", "));
  const measures = head.measures.map(({ kind, code, text, dateText }) =>
    [named(kind, locale) ?? code, text, dateText].filter(Boolean).join(", "),
  );
  const files = head.files.map((file) => {
    const seen = images.filter(({ fileId }) => fileId === file.id);
    const links = seen.map(({ path, label }) => html`<a href="${path}">${label}</a>`);
    const bond = cases(`files.${file.bond}`);
    return html`${reference(file.reference, locale)}, ${file.title} (${bond},
    ${words.law(`standing.${file.standing}`)})${links.length > 0 && html`<br />${say("images")}: ${links}`}`;
  });
  return terms([
    [words.cases("filter.stage"), [cases(`stage.${head.stage}`), secret, outcome].filter(Boolean).join(", ")],
    [word("name"), head.name],
    [word("variants"), head.variants.map(({ text }) => text).join("; ")],
    [word("birth"), head.birthText],
    [word("birthPlace"), head.birthPlace],
    [word("death"), head.deathText],
    [word("nationality"), head.nationality],
    [word("episode"), head.episode],
    [word("date"), head.dateText],
    [word("organ"), named(head.organ, locale) ?? head.organText],
    [word("category"), named(head.category, locale)],
    [word("region"), named(head.region, locale)],
    [word("charges"), charges.length > 0 ? list(charges) : null],
    [word("measures"), measures.length > 0 ? list(measures) : null],
    [cases("tab.files"), files.length > 0 ? list(files) : null],
  ]);
}
