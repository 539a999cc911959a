export interface Clause {
  /** From 1, in the order of the text. */
  number: number;
  /** The words of its heading; null where it has none. */
  title: string | null;
  /** Markdown without the heading. */
  body: string;
  /** As it stands in the text. */
  source: string;
}

const opening = /^#{1,6}\s+(?=\S)/;

/**
 * The words of a heading, without the marks that may close it; null for a line that is none. The closing marks are
 * counted from the end: one pattern for both ends takes the cube of the blanks within the line.
 */
function headingOf(line: string): string | null {
  const [mark] = opening.exec(line) ?? [];
  if (mark === undefined) return null;
  const words = line.slice(mark.length).trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  return words.slice(0, end).trimEnd() || words;
}

const fence = /^\s{0,3}(```|~~~)/;

/** Pieces of a text that begin with a heading; without headings, its paragraphs. Fenced blocks stay whole. */
function piecesOf(body: string): string[] {
  const lines = body.replaceAll('\r\n', '\n').trim().split('\n');
  const byHeading = lines.some((line) => headingOf(line) !== null);
  const pieces: string[][] = [[]];
  let fenced = false;
  for (const line of lines) {
    if (fence.test(line)) fenced = !fenced;
    const begins = !fenced && (byHeading ? headingOf(line) !== null : line.trim() === '');
    if (begins && pieces.at(-1)?.some((one) => one.trim() !== '')) pieces.push([]);
    pieces.at(-1)?.push(line);
  }
  return pieces.map((piece) => piece.join('\n').trim()).filter((piece) => piece !== '');
}

/** The clauses of a text, numbered: each begins with a heading, or is a paragraph where the text has no headings. */
export function clausesOf(body: string): Clause[] {
  return piecesOf(body).map((source, at) => {
    const [first = '', ...rest] = source.split('\n');
    const title = headingOf(first);
    return { number: at + 1, title, body: title === null ? source : rest.join('\n').trim(), source };
  });
}

/** The text with other words in place of one clause; empty words take the clause out. */
export function withClause(body: string, number: number, words: string): string {
  const pieces = piecesOf(body);
  return pieces
    .map((piece, at) => (at + 1 === number ? words.trim() : piece))
    .filter((piece) => piece !== '')
    .join('\n\n');
}
