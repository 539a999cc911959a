import type { SharedMatter } from '~/domains/insights/shared-matter.query.server';
import { textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { sharing } from '~/i18n/sharing';
import { textOutlines } from '~/platform/drawing/text-outlines.server';
import type { DocumentFont } from '~/platform/pdf/document-font.server';
import { qrSquares } from '~/platform/qr/qr-code.server';

/** As Open Graph's readers want it: 1.91 to 1, and nothing needed outside the middle, which some cut out. */
export const cardSize = { width: 1200, height: 630 };

const ink = '#2b2320';
const red = '#a8321f';
const margin = 80;
const codeSide = 190;

/** The mark of the portal, of 48 units a side: the character 共. */
const mark = `<rect x="2" y="2" width="44" height="44" rx="8" fill="${red}"/><g fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round"><path d="M17 9v14M31 9v14M10 15h28M8 24h32"/><path d="M18 29l-7 10M30 29l7 10"/></g>`;

function codeOf(url: string): string {
  const { size, path } = qrSquares(url);
  const scale = codeSide / (size + 8);
  const left = cardSize.width - margin - codeSide;
  const top = cardSize.height - margin - codeSide + 20;
  return `<g transform="translate(${left} ${top})"><rect width="${codeSide}" height="${codeSide}" rx="12" fill="#fff"/><g transform="scale(${scale}) translate(4 4)" fill="#000"><path shape-rendering="crispEdges" d="${path}"/></g></g>`;
}

interface Said {
  portalName: string;
  locale: Locale;
}

/** The words of the card as shapes: a server has no fonts to draw by, and a reader's would be others. */
function wordsOf(font: DocumentFont, matter: SharedMatter, { portalName, locale }: Said): string {
  const { drawn, linesOf, widthOf } = textOutlines(font);
  const kind = textIn(locale, sharing)(`kind.${matter.kind}` as 'kind.proposal');
  const width = cardSize.width - 2 * margin;
  const lines = linesOf(matter.title, { size: 62, width, most: 3 });
  const beside = width - codeSide - 40;
  const below = linesOf(matter.text, { size: 30, width: beside, most: matter.areaName ? 2 : 3 });
  const chip = widthOf(kind, 30) + 44;
  const top = 190;
  return [
    `<g fill="${ink}">${drawn(portalName.slice(0, 24), { x: margin + 76, y: 106, size: 36 })}</g>`,
    `<rect x="${cardSize.width - margin - chip}" y="66" width="${chip}" height="54" rx="27" fill="${red}"/>`,
    `<g fill="#fff">${drawn(kind, { x: cardSize.width - margin - chip + 22, y: 104, size: 30 })}</g>`,
    // A stroke of the same colour makes the one weight that there is a bold one.
    ...lines.map(
      (line, at) =>
        `<g fill="${ink}" stroke="${ink}" stroke-width="22">${drawn(line, { x: margin, y: top + 50 + at * 82, size: 62 })}</g>`,
    ),
    `<g fill="#5b4c45">${below.map((line, at) => drawn(line, { x: margin, y: 462 + at * 44, size: 30 })).join('')}</g>`,
    `<g fill="${red}">${drawn(linesOf(matter.areaName, { size: 30, width: beside, most: 1 })[0] ?? '', { x: margin, y: 560, size: 30 })}</g>`,
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
