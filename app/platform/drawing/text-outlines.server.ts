import { openFace } from '../pdf/document-font.server';
import type { DocumentFont } from '../pdf/document-font.server';

/** What may not begin a line in Chinese (GB/T 15834), and what may not end one. */
const notFirst = /[，。、；：？！）》」』】〕”’…—,.;:?!)\]}%‰℃]/u;
const notLast = /[（《「『【〔“‘([{]/u;
/** Letters and digits that belong together: a word of Latin script, a number with its point. */
const ofWord = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}'’.,_@/:-]/u;

export interface OfLines {
  /** Both in units of the drawing. */
  size: number;
  width: number;
  /** More lines than these end with an ellipsis. */
  most: number;
}

/** The pieces between which a line may be broken. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const character of text.replaceAll(/\s+/g, ' ').trim()) {
    const before = pieces.at(-1);
    const last = before === undefined ? '' : (Array.from(before).at(-1) ?? '');
    const joined =
      notFirst.test(character) || notLast.test(last) || (ofWord.test(character) && ofWord.test(last));
    if (before !== undefined && joined) pieces[pieces.length - 1] = before + character;
    else pieces.push(character);
  }
  return pieces;
}

const ellipsis = '…';

type Face = ReturnType<typeof openFace>;

function glyphOf(face: Face, character: string) {
  const glyph = face.glyphForCodePoint(character.codePointAt(0) ?? 0);
  return glyph.id === 0 ? null : glyph;
}

/** As wide as it is drawn. */
function widthIn(face: Face, text: string, size: number): number {
  return Array.from(text).reduce(
    (sum, character) => sum + ((glyphOf(face, character)?.advanceWidth ?? 0) * size) / face.unitsPerEm,
    0,
  );
}

function cut(face: Face, line: string, { size, width }: OfLines): string {
  const characters = Array.from(line.trimEnd());
  while (characters.length > 0 && widthIn(face, characters.join('') + ellipsis, size) > width)
    characters.pop();
  return characters.join('').trimEnd() + ellipsis;
}

function linesIn(face: Face, text: string, asked: OfLines): string[] {
  const lines: string[] = [''];
  const fits = (line: string) => widthIn(face, line.trimEnd(), asked.size) <= asked.width;
  for (const piece of piecesOf(text))
    for (const part of fits(piece) ? [piece] : Array.from(piece)) {
      const line = lines.at(-1) ?? '';
      if (line === '' || fits(line + part)) lines[lines.length - 1] = (line + part).trimStart();
      else lines.push(part.trimStart());
    }
  const shown = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  if (shown.length <= asked.most) return shown;
  return [...shown.slice(0, asked.most - 1), cut(face, shown[asked.most - 1] ?? '', asked)];
}

interface At {
  x: number;
  y: number;
  size: number;
}

function shapesIn(face: Face, text: string, { x, y, size }: At): string {
  const scale = size / face.unitsPerEm;
  let at = x;
  return Array.from(text)
    .map((character) => {
      const glyph = glyphOf(face, character);
      if (!glyph) return '';
      const shape = glyph.path.toSVG();
      const placed = `<path transform="translate(${at.toFixed(2)} ${y}) scale(${scale} ${-scale})" d="${shape}"/>`;
      at += glyph.advanceWidth * scale;
      return shape === '' ? '' : placed;
    })
    .join('');
}

/** How text is measured and drawn in one face; characters without a shape take no place. */
export function textOutlines(font: DocumentFont) {
  const face = openFace(font);
  return {
    widthOf: (text: string, size: number) => widthIn(face, text, size),
    /** A text in lines of a width; a word that is wider than a line is broken within. */
    linesOf: (text: string, asked: OfLines) => linesIn(face, text, asked),
    /** One line as shapes of SVG whose base line begins at x and y. */
    drawn: (text: string, at: At) => shapesIn(face, text, at),
  };
}
