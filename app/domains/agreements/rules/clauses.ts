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

const heading = /^#{1,6}\s+(.+?)\s*#*\s*$/;
const fence = /^\s{0,3}(```|~~~)/;

/** Pieces of a text that begin with a heading; without headings, its paragraphs. Fenced blocks stay whole. */
function piecesOf(body: string): string[] {
  const lines = body.replaceAll('\r\n', '\n').trim().split('\n');
  const byHeading = lines.some((line) => heading.test(line));
  const pieces: string[][] = [[]];
  let fenced = false;
  for (const line of lines) {
    if (fence.test(line)) fenced = !fenced;
    const begins = !fenced && (byHeading ? heading.test(line) : line.trim() === '');
    if (begins && pieces.at(-1)?.some((one) => one.trim() !== '')) pieces.push([]);
    pieces.at(-1)?.push(line);
  }
  return pieces.map((piece) => piece.join('\n').trim()).filter((piece) => piece !== '');
}

/** The clauses of a text, numbered: each begins with a heading, or is a paragraph where the text has no headings. */
export function clausesOf(body: string): Clause[] {
  return piecesOf(body).map((source, at) => {
    const [first = '', ...rest] = source.split('\n');
    const title = heading.exec(first)?.[1] ?? null;
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
