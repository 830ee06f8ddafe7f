/** Text that is HTML already. */
export type Html = { readonly html: string };

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign]!);

type Piece = string | number | null | false | undefined | Html | readonly Html[];

/** A template whose values are escaped unless they are HTML; what is missing is nothing. */
export function html(parts: TemplateStringsArray, ...values: Piece[]): Html {
  return { html: parts.map((part, at) => part + inHtml(values[at])).join("") };
}

function inHtml(value: Piece): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string" || typeof value === "number") return escapeText(String(value));
  return "html" in value ? value.html : value.map((one) => one.html).join("\n");
}

/** Terms with what is said of them; those of which nothing is said are left out. */
export function terms(
  items: readonly (readonly [term: string, value: string | Html | null | undefined])[],
): Html {
  const said = items.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return said.length === 0
    ? html``
    : html`<dl>
        ${said.map(
          ([term, value]) =>
            html`<dt>${term}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>`;
}

/** Paragraphs of a list, or one word for none. */
export const list = (items: readonly (string | Html)[]): Html =>
  items.length === 0
    ? html``
    : html`<ul>
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
