import type { SearchEngine } from '../search-engine';
import type { AskedPiece, AskedPieces } from '~/lib/texts/searching/search-pieces';

const quoted = (text: string) => `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
const lexeme = ({ text, isBeginning }: AskedPiece) => `${quoted(text)}${isBeginning ? ':*' : ''}`;
const all = (asked: AskedPieces) => asked.all.map(lexeme).join(' & ');
const asWritten = (asked: AskedPieces) =>
  asked.written.map((run) => `(${run.map(lexeme).join(' <-> ')})`).join(' & ');

/** PostgreSQL knows no place beyond, and not more than 256 of a piece: what is found does not depend on them. */
const lastPlace = 16_383;
const mostPlaces = 200;

/** The pieces with their places; a gap parts title and body, so that nothing is written across. */
function vector(pieces: readonly string[][]): string {
  const places = new Map<string, number[]>();
  let place = 0;
  for (const part of pieces) {
    for (const piece of part) {
      place += 1;
      const known = places.get(piece) ?? [];
      if (place <= lastPlace && known.length < mostPlaces) known.push(place);
      places.set(piece, known);
    }
    place += 1;
  }
  return [...places]
    .map(([piece, at]) => (at.length > 0 ? `${quoted(piece)}:${at.join(',')}` : quoted(piece)))
    .join(' ');
}

const nearness = `CASE WHEN "title_pieces" @@ ?::tsquery THEN 0 WHEN "title_pieces" @@ ?::tsquery THEN 1
  WHEN "pieces" @@ ?::tsquery THEN 2 ELSE 3 END`;

export const postgresqlSearch: SearchEngine = {
  async put(tx, { kind, id, title, titlePieces, bodyPieces }) {
    await tx.sql.run(
      `INSERT INTO search_item ("kind", "item_id", "title", "title_pieces", "pieces")
       VALUES (?, ?, ?, ?::tsvector, ?::tsvector)
       ON CONFLICT ("kind", "item_id") DO UPDATE SET "title" = EXCLUDED."title",
         "title_pieces" = EXCLUDED."title_pieces", "pieces" = EXCLUDED."pieces"`,
      [kind, id, title, vector([titlePieces]), vector([titlePieces, bodyPieces])],
    );
  },

  async remove(tx, kind, id) {
    await tx.sql.run('DELETE FROM search_item WHERE "kind" = ? AND "item_id" = ?', [kind, id]);
  },

  async find(database, { kind, asked, isRanked, limit, offset }) {
    const [query, written] = [all(asked), asWritten(asked)];
    const rows = await database.sql.all<{ item_id: string }>(
      `SELECT "item_id" FROM search_item WHERE "kind" = ? AND "pieces" @@ ?::tsquery
       ORDER BY ${isRanked ? `${nearness}, ` : ''}"item_id" DESC LIMIT ? OFFSET ?`,
      [kind, query, ...(isRanked ? [written, query, written] : []), limit, offset],
    );
    return rows.map((row) => row.item_id);
  },
};
