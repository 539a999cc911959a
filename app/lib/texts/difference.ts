import { whenUsed } from '../when-used';
import { wordPieces } from './searching/word-pieces';

const diff = whenUsed<typeof import('diff')>('diff');

export interface DifferencePart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Words, and the spaces and marks between them, so that joining the pieces gives the text back. */
const wordsOf = (text: string) => wordPieces(text).map((piece) => piece.text);
/** Sentences with their marks and line ends. */
const sentencesOf = (text: string) => text.match(/[^。！？；\n]*[。！？；\n]|[^。！？；\n]+/gu) ?? [];

/** Comparing takes time by the square of what differs: so much of it, in pieces, one comparison may find. */
const mostEdits = { sentences: 200, words: 150 };
/** And so much, squared, one pair of texts may cost in all; a pair of words that is told apart costs little. */
const mostWork = 60_000;

type Split = (text: string) => string[];

interface Comparison {
  earlier: string[];
  later: string[];
  most: number;
}

/** The parts that differ, piece by piece; null where more differs than `most` pieces. */
function compare({ earlier, later, most }: Comparison): DifferencePart[] | null {
  const parts = diff().diffArrays(earlier, later, { maxEditLength: most });
  if (!parts) return null;
  return parts.map((part) => ({
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value.join(''),
  }));
}

/** Both texts, where too much differs to be told piece by piece. */
function whole(earlier: string, later: string): DifferencePart[] {
  const parts: DifferencePart[] = [
    { kind: 'removed', text: earlier },
    { kind: 'added', text: later },
  ];
  return parts.filter((part) => part.text !== '');
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}

/** What differs between the pieces that both texts begin and end with. */
function between(texts: [string, string], split: Split, most: number): DifferencePart[] | null {
  const [earlier, later] = [split(texts[0]), split(texts[1])];
  const start = sharedStart(earlier, later);
  const [one, other] = [earlier.slice(start), later.slice(start)];
  const end = sharedStart(one.toReversed(), other.toReversed());
  const [rest, otherRest] = [one.slice(0, one.length - end), other.slice(0, other.length - end)];
  const middle = compare({ earlier: rest, later: otherRest, most });
  if (!middle) return null;
  const before: DifferencePart = { kind: 'same', text: earlier.slice(0, start).join('') };
  const after: DifferencePart = { kind: 'same', text: one.slice(one.length - end).join('') };
  return [before, ...middle, after].filter((part) => part.text !== '');
}

/** The sentences that were replaced, word by word as far as the work reaches. */
function refined(parts: DifferencePart[]): DifferencePart[] {
  let left = mostWork;
  const all: DifferencePart[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const [part, next] = [parts[at], parts[at + 1]];
    if (!part) continue;
    if (part.kind !== 'removed' || next?.kind !== 'added') {
      all.push(part);
      continue;
    }
    const most = Math.min(mostEdits.words, Math.floor(Math.sqrt(Math.max(0, left))));
    all.push(...(between([part.text, next.text], wordsOf, most) ?? whole(part.text, next.text)));
    left -= most * most;
    at += 1;
  }
  return all;
}

/** Neighbours of one kind become one part. */
function joined(parts: DifferencePart[]): DifferencePart[] {
  const all: DifferencePart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else all.push({ ...part });
  }
  return all;
}

const letters = /[\p{L}\p{N}]/gu;

/** What stands alone between two changes and says nothing by itself: 的, 、, one digit of a day. */
const isCrumb = (text: string) => !text.includes('\n') && (text.match(letters) ?? []).length < 2;

/**
 * Changes with no more than a crumb between them are one change: who reads a contract reads 3月1日 in place of 4月2日, and
 * not three for four, a 月, and one for two.
 */
function withoutCrumbs(parts: DifferencePart[]): DifferencePart[] {
  const all: DifferencePart[] = [];
  let [removed, added] = ['', ''];
  const end = () => {
    if (removed !== '') all.push({ kind: 'removed', text: removed });
    if (added !== '') all.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const [at, { kind, text }] of parts.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (at > 0 && at < parts.length - 1 && isCrumb(text)) {
      removed += text;
      added += text;
    } else {
      end();
      all.push({ kind, text });
    }
  }
  end();
  return all;
}

/**
 * What changed between two texts, word by word; Chinese words as Intl.Segmenter finds them. The same and removed
 * parts joined are the earlier text, the same and added parts the later one. Sentences are compared first; where more
 * differs than can be told apart in bounded time, the earlier words stand whole before the later ones.
 */
export function difference(earlier: string, later: string): DifferencePart[] {
  if (earlier === later) return earlier === '' ? [] : [{ kind: 'same', text: earlier }];
  const bySentence = between([earlier, later], sentencesOf, mostEdits.sentences);
  return withoutCrumbs(joined(refined(bySentence ?? whole(earlier, later))));
}
