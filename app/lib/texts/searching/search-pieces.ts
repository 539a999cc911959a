import { foldedText } from '../folded-text';

/** Scripts that are written without spaces between words, or whose words are looked for by their parts. */
const unspaced = [
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Bopomofo',
  'Yi',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
/** 〇 is a number and of the script Han: it belongs to the run, also behind digits. */
const spaced = (characters: string) => `(?:(?![${unspaced}ー])${characters})+`;
const stretches = new RegExp(
  `(?<run>[${unspaced}ー]+)|(?<digits>${spaced('\\p{N}')})|(?<word>${spaced('[\\p{L}\\p{M}]')})`,
  'gu',
);
/** Signs of Markdown and ends of lines between two characters of a word: 路**灯** is read as 路灯. */
const within = /(?<=\p{Script=Han})(?:[*_~`]{1,3}|[ \t]*\r?\n[ \t]*)(?=\p{Script=Han})/gu;

/** What is beyond is not indexed: more than any form takes, and within what PostgreSQL keeps of one text. */
const mostCharacters = 50_000;
const longestWord = 64;
const longestQuery = 200;
const mostAsked = 64;

interface Stretch {
  kind: 'run' | 'digits' | 'word';
  characters: string[];
}

function stretchesOf(text: string): Stretch[] {
  return [...foldedText(text).replace(within, '').matchAll(stretches)].map(({ 0: found, groups }) => ({
    kind: groups?.run !== undefined ? 'run' : groups?.digits !== undefined ? 'digits' : 'word',
    characters: [...found],
  }));
}

/** Of a run its two-character pieces and its last character: each character begins one of them. */
function piecesOf({ kind, characters }: Stretch): string[] {
  if (kind !== 'run') return [characters.slice(0, longestWord).join('')];
  return characters.map((character, at) => character + (characters[at + 1] ?? ''));
}

/**
 * The pieces of a text for the search index, in order and as often as they stand there: the two-character pieces of runs
 * without spaces with their last character, words of letters, and numbers. Folded (see `foldedText`).
 */
export function indexedPieces(text: string): string[] {
  return stretchesOf(text.slice(0, mostCharacters)).flatMap(piecesOf);
}

/** A piece that a text must have, or of which it must have one that begins so. */
export interface AskedPiece {
  text: string;
  isBeginning: boolean;
}

export interface AskedPieces {
  /** Each is to be in a text that is found. */
  all: AskedPiece[];
  /** Of what is written without a space the pieces as they follow each other in a text that holds it as it is written. */
  written: AskedPiece[][];
}

/** The last of what is written together may go on: light finds lights, 20 finds 2026. One letter alone may not. */
function mayGoOn({ kind, characters }: Stretch, isLast: boolean): boolean {
  if (kind === 'run') return characters.length === 1;
  return isLast && (kind === 'digits' || characters.length > 1);
}

function askedOf(together: string): { all: AskedPiece[]; written: AskedPiece[] } {
  const found = stretchesOf(together);
  const all: AskedPiece[] = [];
  const written: AskedPiece[] = [];
  for (const [at, stretch] of found.entries()) {
    const isLast = at === found.length - 1;
    const isPair = stretch.kind === 'run' && stretch.characters.length > 1;
    const pieces = piecesOf(stretch);
    const pairs = isPair ? pieces.slice(0, -1) : pieces;
    const isBeginning = mayGoOn(stretch, isLast);
    all.push(...pairs.map((text) => ({ text, isBeginning })));
    const last = isBeginning && stretch.kind === 'run' && isLast;
    written.push(...(isLast ? pairs : pieces).map((text) => ({ text, isBeginning: last })));
  }
  return { all, written };
}

/**
 * The pieces that a query asks for, by the same rule as a text's: every text that holds a run of the query holds its
 * pieces, wherever a dictionary would cut. At most 64, of the first 200 characters.
 */
export function askedPieces(query: string): AskedPieces {
  const parts = query
    .slice(0, longestQuery)
    .split(/\s+/u)
    .map((part) => askedOf(part));
  const all = new Map(
    parts.flatMap((part) => part.all).map((piece) => [`${piece.text} ${piece.isBeginning}`, piece]),
  );
  const written = parts.map((part) => part.written.slice(0, mostAsked)).filter((pieces) => pieces.length > 0);
  return { all: [...all.values()].slice(0, mostAsked), written };
}
