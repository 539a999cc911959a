export interface Row {
  /** Line on which the row begins, from 1. */
  line: number;
  fields: string[];
}

/**
 * Splits text into rows of fields between semicolons. A field that begins with a quote runs to the closing
 * quote, line ends included, with "" for a quote; CR, LF and CRLF end rows; blank lines are left out.
 * `unclosed` is the line of a quote that is never closed.
 */
export function readSemicolonRows(text: string): { rows: Row[]; unclosed: number | null } {
  const rows: Row[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row: Row = { line, fields: [] };
    let ended = false;
    while (!ended) {
      const field = readField(text, at);
      if (!field) return { rows, unclosed: line };
      row.fields.push(field.value);
      line += field.lines;
      at = field.end;
      ended = text[at] !== ';';
      if (!ended) at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (row.fields.some((value) => value.trim() !== '')) rows.push(row);
  }
  return { rows, unclosed: null };
}

interface Field {
  value: string;
  end: number;
  /** Line ends inside. */
  lines: number;
}

const fieldEnd = /[;\r\n]|$/g;

function readField(text: string, start: number): Field | null {
  if (text[start] !== '"')
    return { value: text.slice(start, plainEnd(text, start)), end: plainEnd(text, start), lines: 0 };
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at += 1;
  }
  const lines = value.split(/\r\n|\r|\n/).length - 1;
  const end = plainEnd(text, at);
  return { value: value + text.slice(at, end), end, lines };
}

function plainEnd(text: string, start: number): number {
  fieldEnd.lastIndex = start;
  return fieldEnd.exec(text)?.index ?? text.length;
}

/** One row as text; fields are quoted where they must be. */
export function writeSemicolonRow(fields: string[]): string {
  return `${fields.map((field) => (/[;"\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(';')}\n`;
}
