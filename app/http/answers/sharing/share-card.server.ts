import type { SharedMatter } from '~/domains/insights/shared-matter.query.server';
import { textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { sharing } from '~/i18n/sharing';
import { breakLines } from '~/lib/texts/cutting/break-lines';
import { missingCharacters } from '~/platform/pdf/document-font.server';
import type { DocumentFont } from '~/platform/pdf/document-font.server';
import { lettersOf, widthsOf } from '~/platform/pdf/letter-outlines.server';
import { qrSquares } from '~/platform/qr/qr-code.server';
import { cutText } from '~/lib/texts/cut-text';

/** As Open Graph's readers want it: 1.91 to 1, and nothing needed outside the middle, which some cut out. */
export const cardSize = { width: 1200, height: 630 };

const ink = '#2b2320';
const red = '#a8321f';
const margin = 80;
const codeSide = 176;

/** The mark of the portal, of 48 units a side: the character 共. */
const mark = `<rect x="2" y="2" width="44" height="44" rx="8" fill="${red}"/><g fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round"><path d="M17 9v14M31 9v14M10 15h28M8 24h32"/><path d="M18 29l-7 10M30 29l7 10"/></g>`;

function codeOf(url: string): string {
  const { size, path } = qrSquares(url);
  const scale = codeSide / (size + 8);
  const left = cardSize.width - margin - codeSide;
  // Below the last line of a title of three.
  const top = cardSize.height - 56 - codeSide;
  return `<g transform="translate(${left} ${top})"><rect width="${codeSide}" height="${codeSide}" rx="12" fill="#fff"/><g transform="scale(${scale}) translate(4 4)" fill="#000"><path shape-rendering="crispEdges" d="${path}"/></g></g>`;
}

interface Said {
  portalName: string;
  locale: Locale;
}

interface Line {
  x: number;
  y: number;
  size: number;
  colour: string;
  isBold?: boolean;
}

/** Words as shapes: a server has no fonts to draw by, and a reader's would be others. */
function writerOf(font: DocumentFont) {
  const letters = lettersOf(font);
  const widthOf = widthsOf(font);
  // A character without a shape would stand there as a box.
  const shown = (words: string) => {
    const missing = new Set(missingCharacters(font, words));
    return Array.from(words)
      .filter((sign) => !missing.has(sign))
      .join('');
  };
  const measure = (words: string, size: number) => (widthOf(words) * size) / 100;
  return {
    measure,
    lines: (words: string, { size, ...asked }: { size: number; width: number; most: number }) =>
      breakLines(shown(words), { ...asked, measure: (line) => measure(line, size) }),
    // A stroke of the same colour makes the one weight that there is a bold one.
    line: (words: string, { x, y, size, colour, isBold = false }: Line) =>
      `<path transform="translate(${x} ${y}) scale(${size / 100})" fill="${colour}"${isBold ? ` stroke="${colour}" stroke-width="2.2"` : ''} d="${letters(shown(words)).path}"/>`,
  };
}

function wordsOf(font: DocumentFont, matter: SharedMatter, { portalName, locale }: Said): string {
  const { measure, lines, line } = writerOf(font);
  const kind = textIn(locale, sharing)(`kind.${matter.kind}` as 'kind.proposal');
  const width = cardSize.width - 2 * margin;
  const beside = width - codeSide - 40;
  const chip = measure(kind, 30) + 44;
  const left = cardSize.width - margin - chip;
  const [area = ''] = lines(matter.areaName, { size: 30, width: beside, most: 1 });
  return [
    line(cutText(portalName, 24), { x: margin + 76, y: 106, size: 36, colour: ink }),
    `<rect x="${left}" y="66" width="${chip}" height="54" rx="27" fill="${red}"/>`,
    line(kind, { x: left + 22, y: 104, size: 30, colour: '#fff' }),
    ...lines(matter.title, { size: 56, width, most: 3 }).map((words, at) =>
      line(words, { x: margin, y: 226 + at * 70, size: 56, colour: ink, isBold: true }),
    ),
    ...lines(matter.text, { size: 30, width: beside, most: matter.areaName ? 2 : 3 }).map((words, at) =>
      line(words, { x: margin, y: 468 + at * 44, size: 30, colour: '#5b4c45' }),
    ),
    line(area, { x: margin, y: 566, size: 30, colour: red }),
  ].join('');
}

/** The card as SVG; without a font it has the mark and the code alone. */
export function cardOf(font: DocumentFont | null, matter: SharedMatter, said: Said): string {
  const { width, height } = cardSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fbf6ee"/><rect width="${width}" height="14" fill="${red}"/>`,
    `<g transform="translate(${margin} 62) scale(1.2)">${mark}</g>`,
    font ? wordsOf(font, matter, said) : '',
    codeOf(matter.url),
    '</svg>',
  ].join('');
}

/** The card as a picture: programs that show links take no SVG. */
export async function cardPicture(svg: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64 }).toBuffer();
}
