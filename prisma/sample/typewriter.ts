import sharp from "sharp";

/** One page: its number in a clerk's hand, and what is typed on it. */
export type Page = { leaf: string; heading: string; text: string };

const width = 820;
const height = 1140;
const typeface = "Liberation Mono, DejaVu Sans Mono, Courier New, monospace";
const lineLength = 54;
let paper: Promise<Buffer> | undefined;

/** A typed page of the time, as JPEG. The same page gives the same picture. */
export async function renderPage(
  page: Page,
  tilt: number,
): Promise<{ bytes: Buffer; width: number; height: number }> {
  paper ??= makePaper();
  const typed = Buffer.from(svgOf(page, tilt));
  const bytes = await sharp(await paper, { raw: { width, height, channels: 3 } })
    .composite([{ input: typed, blend: "multiply" }])
    .jpeg({ quality: 68 })
    .toBuffer();
  return { bytes, width, height };
}

/** Without a font of the system nothing is typed: two letters then look the same. */
export async function canType(): Promise<boolean> {
  const [first, second] = await Promise.all(["ж", "ң"].map((text) => drawLetter(text)));
  return !first!.equals(second!);
}

function drawLetter(text: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="5" y="30" font-size="24" font-family="${typeface}">${text}</text></svg>`;
  return sharp(Buffer.from(svg)).raw().toBuffer();
}

/** Yellowed paper: soft blotches under a fine grain. */
async function makePaper(): Promise<Buffer> {
  const base = Buffer.alloc(width * height * 3);
  let grain = 1916;
  for (let i = 0; i < width * height; i++) {
    grain = (Math.imul(grain, 1664525) + 1013904223) >>> 0;
    const [x, y] = [i % width, Math.floor(i / width)];
    const edge = Math.min(x, y, width - x, height - y);
    const stain = Math.sin(x / 131) * Math.sin(y / 97) * 5 + Math.sin((x + y) / 211) * 4;
    const shade = stain + ((grain >>> 24) / 255 - 0.5) * 9 - Math.max(0, 18 - edge / 2);
    base[i * 3] = 226 + shade;
    base[i * 3 + 1] = 213 + shade;
    base[i * 3 + 2] = 180 + shade * 1.2;
  }
  return base;
}

function svgOf({ leaf, heading, text }: Page, tilt: number): string {
  const lines = ["", ...wrap(text)];
  const typed = lines.map((line, nth) => {
    const y = 150 + nth * 31;
    return `<text x="84" y="${y}">${escape(line)}</text>`;
  });
  const middle = `rotate(${tilt} ${width / 2} ${height / 2})`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>
<g transform="${middle}" font-family="${typeface}" font-size="20" fill="#2c2522" xml:space="preserve">
<text x="84" y="112" font-weight="700" letter-spacing="5">${escape(heading)}</text>${typed.join("")}</g>
<text x="${width - 110}" y="64" font-family="DejaVu Serif, Liberation Serif, serif" font-style="italic" font-size="30" fill="#5b3f7a" transform="rotate(-6 ${width - 110} 64)">${escape(leaf)}</text></svg>`;
}

function wrap(text: string): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (`${line} ${word}`.length > lineLength) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    return [...lines, line];
  });
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
