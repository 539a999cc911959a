import type { SearchEngine } from '../search-engine';
import type { AskedPiece, AskedPieces } from '~/lib/texts/searching/search-pieces';

const quoted = ({ text, isBeginning }: AskedPiece) =>
  `"${text.replaceAll('"', '""')}"${isBeginning ? ' *' : ''}`;
const all = (asked: AskedPieces) => asked.all.map(quoted).join(' AND ');
const asWritten = (asked: AskedPieces) =>
  asked.written.map((run) => run.map(quoted).join(' + ')).join(' AND ');
const inTitle = (query: string) => `title : (${query})`;

const matching = '(SELECT rowid FROM search_index WHERE search_index MATCH ?)';
const nearness = `CASE WHEN "row" IN ${matching} THEN 0 WHEN "row" IN ${matching} THEN 1
  WHEN "row" IN ${matching} THEN 2 ELSE 3 END`;

export const sqliteSearch: SearchEngine = {
  async put(tx, { kind, id, title, titlePieces, bodyPieces }) {
    await sqliteSearch.remove(tx, kind, id);
    await tx.sql.run('INSERT INTO search_item ("kind", "item_id", "title") VALUES (?, ?, ?)', [
      kind,
      id,
      title,
    ]);
    await tx.sql.run('INSERT INTO search_index (rowid, title, body) VALUES (last_insert_rowid(), ?, ?)', [
      titlePieces.join(' '),
      bodyPieces.join(' '),
    ]);
  },

  async remove(tx, kind, id) {
    const [item] = await tx.sql.all<{ row: number }>(
      'DELETE FROM search_item WHERE "kind" = ? AND "item_id" = ? RETURNING "row"',
      [kind, id],
    );
    if (item) await tx.sql.run('DELETE FROM search_index WHERE rowid = ?', [item.row]);
  },

  async find(database, { kind, asked, isRanked, limit, offset }) {
    const [query, written] = [all(asked), asWritten(asked)];
    const rows = await database.sql.all<{ item_id: string }>(
      `SELECT "item_id" FROM search_item WHERE "kind" = ? AND "row" IN ${matching}
       ORDER BY ${isRanked ? `${nearness}, ` : ''}"item_id" DESC LIMIT ? OFFSET ?`,
      [kind, query, ...(isRanked ? [inTitle(written), inTitle(query), written] : []), limit, offset],
    );
    return rows.map((row) => row.item_id);
  },
};
