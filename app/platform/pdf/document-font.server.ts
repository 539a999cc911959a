import { existsSync } from 'node:fs';
import type { Font } from 'fontkit';
import { whenUsed } from '~/lib/when-used';

const fontkit = whenUsed<typeof import('fontkit')>('fontkit');

/** Where Debian, Fedora, Arch and Alpine lay Noto Sans CJK, which has every character of official place names. */
const usualPlaces = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto/NotoSansCJK-Regular.ttc',
];

/** Of a collection, the face with the shapes of mainland China. */
const faceOfCollection = 'NotoSansCJKsc-Regular';

export interface DocumentFont {
  file: string;
  /** The face within a collection; undefined for a file with one. */
  face: string | undefined;
}

/**
 * The font with which documents are written: the file that is configured, else Noto Sans CJK where systems keep it.
 * Null where there is none: then nothing is written rather than a document with holes.
 */
export function findDocumentFont(configured: string): DocumentFont | null {
  const file = (configured === '' ? usualPlaces : [configured]).find((place) => existsSync(place));
  if (file === undefined) return null;
  return { file, face: faceOf(file) };
}

const faces = new Map<string, string | undefined>();

/** Looked up once for each file: a collection is read whole for it. */
function faceOf(file: string): string | undefined {
  if (!faces.has(file)) faces.set(file, faceIn(file));
  return faces.get(file);
}

function faceIn(file: string): string | undefined {
  if (!/\.(ttc|otc)$/i.test(file)) return undefined;
  const opened = fontkit().openSync(file);
  if (!('fonts' in opened)) return undefined;
  const faces = opened.fonts.map((font) => font.postscriptName);
  return faces.find((face) => face === faceOfCollection) ?? faces[0];
}

const opened = new Map<string, Font>();

/** The opened face, kept: opening reads the whole file. */
export function openFace({ file, face }: DocumentFont): Font {
  const key = `${file}#${face ?? ''}`;
  const known = opened.get(key);
  if (known) return known;
  const found = fontkit().openSync(file, face);
  if ('fonts' in found) throw new Error(`${file} holds several faces, and none was chosen`);
  opened.set(key, found);
  return found;
}

/** What fontkit has and its types leave out. */
interface WithGlyphs {
  _glyphs: Record<number, unknown>;
}

/**
 * The opened face for one document more: a glyph remembers for which character it was first looked up, and a document
 * that has a sign of the same shape in another code would be copied as the one before it had it.
 */
export function faceForDocument(font: DocumentFont): Font {
  const face = openFace(font);
  (face as unknown as WithGlyphs)._glyphs = {};
  return face;
}

/** Signs that take no place on paper and need no shape. */
const needsNoShape = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** The characters of the text for which the font has no shape, each once, in the order in which they come. */
export function missingCharacters(font: DocumentFont, text: string): string[] {
  const face = openFace(font);
  const missing = new Set<string>();
  for (const character of new Set(text))
    if (!needsNoShape.test(character) && !face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
      missing.add(character);
  return [...missing];
}
