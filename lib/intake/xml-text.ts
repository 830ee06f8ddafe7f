/** What XML 1.0 has no place for, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const SIGNS: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" },
  ...{ "\r": "&#13;", "\n": "&#10;", "\t": "&#9;" },
};

export const escapeText = (text: string): string =>
  text.replace(FORBIDDEN, "\ufffd").replace(/[&<>\r]/g, (sign) => SIGNS[sign] ?? sign);

const escapeAttribute = (text: string): string =>
  text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"\r\n\t]/g, (sign) => SIGNS[sign] ?? sign);

type Attributes = Readonly<Record<string, string | undefined>>;

export function openTag(name: string, attributes: Attributes = {}): string {
  const said = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${escapeAttribute(value)}"`],
  );
  return `<${name}${said.join("")}>`;
}

/** An element around what is XML already. */
export function element(name: string, inner: string, attributes: Attributes = {}): string {
  const open = openTag(name, attributes);
  return inner === "" ? `${open.slice(0, -1)}/>` : `${open}${inner}</${name}>`;
}

/** An element with a text in it. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, escapeText(text), attributes);
