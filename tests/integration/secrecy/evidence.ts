import { readFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { firstMet, lastMet } from './joins';
import type { Order } from './joins';

export interface Row {
  /** The row's place in the table's file, or a time of it. */
  place: number;
  /** The transaction that wrote it, where the engine keeps that. */
  mark: number;
  text: string;
}

/** What somebody reads who holds a copy of the database: tables as they lie, and the bytes of files. */
export interface Evidence {
  /** All rows of all tables, table by table, as text. */
  tables: Map<string, Row[]>;
  /** Every byte of the tables' files and of the log. */
  files: Buffer;
  /** What each commit of the log, or each stretch of it, wrote anew of these words, in order. */
  log(words: readonly string[]): { word: string; mark: number }[];
}

const joined = (row: Record<string, unknown>) =>
  Object.values(row)
    .map((value) => (value instanceof Date ? value.toISOString() : String(value)))
    .join('\u0001');

/** Times of a row as numbers: each is an order as well. */
const times = (text: string) =>
  [...text.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+/g)].map(([time]) => Date.parse(`${time}Z`));

/** Of a table every order of the words that its places, marks and times give. */
export function ordersIn(rows: readonly Row[], words: readonly string[]): Order[] {
  const met = rows.flatMap((row) =>
    words.filter((word) => row.text.includes(word)).map((word) => ({ word, row, times: times(row.text) })),
  );
  const by = (key: (one: (typeof met)[number]) => number) =>
    [...met].sort((one, other) => key(one) - key(other)).map(({ word }) => word);
  const most = Math.max(0, ...met.map((one) => one.times.length));
  const orders = [
    by(({ row }) => row.place),
    by(({ row }) => row.mark),
    ...Array.from({ length: most }, (_, at) => by((one) => one.times[at] ?? 0)),
  ];
  return orders.flatMap((order) => [firstMet(order), lastMet(order)]);
}

export function sqliteEvidence(file: string): Evidence {
  const database = new BetterSqlite3(file, { readonly: true });
  const names = database
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
    .all() as { name: string; sql: string }[];
  const tables = new Map<string, Row[]>();
  for (const { name, sql } of names) {
    const place = /WITHOUT ROWID/i.test(sql) ? '' : 'rowid AS "\u0002place", ';
    const rows = database.prepare(`SELECT ${place}* FROM "${name}"`).all() as Record<string, unknown>[];
    tables.set(
      name,
      rows.map((row, index) => ({
        place: typeof row['\u0002place'] === 'number' ? row['\u0002place'] : index,
        mark: 0,
        text: joined(row),
      })),
    );
  }
  database.close();
  const main = readFileSync(file);
  const log = readOrNothing(`${file}-wal`);
  return { tables, files: Buffer.concat([main, log]), log: (words) => writtenInLog(main, log, words) };
}

function readOrNothing(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

const walHeader = 32;
const frameHeader = 24;

/** Commit by commit: which words stand on a page more often than before. https://sqlite.org/fileformat2.html#walformat */
function writtenInLog(main: Buffer, log: Buffer, words: readonly string[]) {
  const found: { word: string; mark: number }[] = [];
  if (log.length < walHeader) return found;
  const size = log.readUInt32BE(8);
  const pages = new Map<number, Buffer>();
  let commit = 0;
  for (let at = walHeader; at + frameHeader + size <= log.length; at += frameHeader + size) {
    const number = log.readUInt32BE(at);
    const page = log.subarray(at + frameHeader, at + frameHeader + size);
    const before = pages.get(number) ?? main.subarray((number - 1) * size, number * size);
    for (const word of words) if (isAnew(page, before, word)) found.push({ word, mark: commit });
    pages.set(number, page);
    if (log.readUInt32BE(at + 4) !== 0) commit += 1;
  }
  return found;
}

/** Bytes around a word in which its row's other columns and their kinds stand. */
const [ahead, behind] = [70, 10];

/** Whether a row with the word was added, or another column of it changed. */
function isAnew(page: Buffer, before: Buffer, word: string): boolean {
  if (occurrences(page, word) > occurrences(before, word)) return true;
  for (let at = page.indexOf(word); at >= 0; at = page.indexOf(word, at + 1))
    if (!before.includes(page.subarray(Math.max(0, at - ahead), at + word.length + behind))) return true;
  return false;
}

function occurrences(bytes: Buffer, word: string): number {
  let count = 0;
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) count += 1;
  return count;
}

/** As the superuser sees it, who may read files; `since` is the place in the log at which the ballot opened. */
export async function postgresqlEvidence(url: string, since: string): Promise<Evidence> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('CHECKPOINT');
    const names = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r'`,
    );
    const tables = new Map<string, Row[]>();
    const files: Buffer[] = [];
    for (const { name } of names.rows) {
      const { rows } = await client.query<Row & { place: string }>(
        `SELECT (ctid::text::point)[0]::bigint * 1000 + (ctid::text::point)[1]::bigint AS place,
           xmin::text::bigint AS mark, t::text AS text FROM "${name}" t`,
      );
      tables.set(
        name,
        rows.map(({ place, mark, text }) => ({
          place: Number(place),
          mark: Number(mark),
          text: withTimes(text),
        })),
      );
      const { rows: raw } = await client.query<{ bytes: Buffer | null }>(
        `SELECT pg_read_binary_file(pg_relation_filepath('"${name}"'), 0, 100000000, true) AS bytes`,
      );
      if (!raw[0]?.bytes) continue;
      files.push(raw[0].bytes);
      tables.set(`${name}, dead rows too`, rowsInFile(raw[0].bytes));
    }
    const log = await readLog(client, since);
    return { tables, files: Buffer.concat(files), log: (words) => metInBytes(log, words) };
  } finally {
    await client.end();
  }
}

const heapPage = 8192;
const pageHeader = 24;
const tupleHeader = 23;

/** Every row that a line pointer still leads to, dead or alive. https://www.postgresql.org/docs/15/storage-page-layout.html */
function rowsInFile(file: Buffer): Row[] {
  const rows: Row[] = [];
  for (let page = 0; page + heapPage <= file.length; page += heapPage) {
    const lower = file.readUInt16LE(page + 12);
    for (let pointer = pageHeader; pointer < lower; pointer += 4) {
      const bits = file.readUInt32LE(page + pointer);
      const [offset, length] = [bits & 0x7fff, bits >>> 17];
      if (length <= tupleHeader || offset + length > heapPage) continue;
      const tuple = file.subarray(page + offset, page + offset + length);
      rows.push({ place: page + pointer, mark: tuple.readUInt32LE(0), text: tuple.toString('latin1') });
    }
  }
  return rows;
}

/** Times of a row's text in the form of the other engine. */
const withTimes = (text: string) => text.replace(/(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(\.\d+)?)/g, '$1T$2');

async function readLog(client: pg.Client, since: string): Promise<Buffer> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM pg_ls_waldir() WHERE name >= pg_walfile_name($1::pg_lsn) AND name <= pg_walfile_name(pg_current_wal_lsn())
       AND name ~ '^[0-9A-F]{24}$' ORDER BY name`,
    [since],
  );
  const parts: Buffer[] = [];
  for (const { name } of rows) {
    const part = await client.query<{ bytes: Buffer; from: number; to: number }>(
      `SELECT pg_read_binary_file('pg_wal/' || $1) AS bytes,
         CASE WHEN pg_walfile_name($2::pg_lsn) = $1 THEN (pg_walfile_name_offset($2::pg_lsn)).file_offset ELSE 0 END AS "from",
         CASE WHEN pg_walfile_name(pg_current_wal_lsn()) = $1 THEN (pg_walfile_name_offset(pg_current_wal_lsn())).file_offset
           ELSE 1000000000 END AS "to"`,
      [name, since],
    );
    const [row] = part.rows;
    if (row) parts.push(row.bytes.subarray(row.from, row.to));
  }
  return Buffer.concat(parts);
}

function metInBytes(log: Buffer, words: readonly string[]) {
  const found: { word: string; mark: number }[] = [];
  for (const word of words)
    for (let at = log.indexOf(word); at >= 0; at = log.indexOf(word, at + 1)) found.push({ word, mark: at });
  return found.sort((one, other) => one.mark - other.mark);
}
