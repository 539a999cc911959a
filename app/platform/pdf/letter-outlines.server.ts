import { openFace } from './document-font.server';
import type { DocumentFont } from './document-font.server';

const height = 100;

/** Lines of words as the outlines of their letters, 100 units high, for pictures whose reader may have no such font. */
export function lettersOf(font: DocumentFont): (words: string) => { path: string; width: number } {
  const face = openFace(font);
  const scale = height / face.unitsPerEm;
  return (words) => {
    const run = face.layout(words);
    let x = 0;
    const parts = run.glyphs.map((glyph, at) => {
      const path = glyph.path.scale(scale, -scale).translate(x, 0).toSVG();
      x += (run.positions[at]?.xAdvance ?? glyph.advanceWidth) * scale;
      return path;
    });
    return { path: parts.join(''), width: x };
  };
}

/** How wide a line of words is with letters 100 units high: without their outlines, which breaking lines asks for often. */
export function widthsOf(font: DocumentFont): (words: string) => number {
  const face = openFace(font);
  return (words) =>
    Array.from(words).reduce(
      (sum, sign) =>
        sum + (face.glyphForCodePoint(sign.codePointAt(0) ?? 0).advanceWidth * height) / face.unitsPerEm,
      0,
    );
}
