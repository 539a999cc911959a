import { UnreadableVotes } from './unreadable-votes';

export interface CommaRow {
  /** Line on which the row begins, from 1. */
  line: number;
  fields: string[];
}

/**
 * The rows of a CSV text (RFC 4180): fields between commas, quoted where they hold commas, quotes or line
 * ends; LF or CRLF; blank lines are left out. Throws UnreadableVotes for a quote that is never closed.
 */
export function* commaRows(text: string): Generator<CommaRow> {
  let line = 1;
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const plain = text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end);
    if (plain.includes('"')) {
      const row = quotedRow(text, at, line);
      yield { line, fields: row.fields };
      line += row.lines;
      at = row.end;
    } else {
      if (plain.trim() !== '') yield { line, fields: plain.split(',') };
      line += 1;
      at = end + 1;
    }
  }
}

const fieldPattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function quotedRow(text: string, start: number, line: number) {
  const fields: string[] = [];
  fieldPattern.lastIndex = start;
  for (;;) {
    const match = fieldPattern.exec(text);
    if (!match) throw new UnreadableVotes(line, 'a quote is not closed, or stands inside a field');
    const [, quoted, plain, separator] = match;
    fields.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (separator !== ',') break;
  }
  const end = fieldPattern.lastIndex;
  const lines = text.slice(start, end).split('\n').length - 1;
  return { fields, end, lines: Math.max(1, lines) };
}
