import type { SearchEngine } from './search-engine';

const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;

export const sqliteSearch: SearchEngine = {
  async put(tx, { kind, id, areaId, words }) {
    await sqliteSearch.remove(tx, kind, id);
    await tx.sql.run('INSERT INTO search_index (kind, item_id, area_id, body) VALUES (?, ?, ?, ?)', [
      kind,
      id,
      areaId,
      words,
    ]);
    await tx.sql.run(
      'INSERT INTO search_place ("kind", "item_id", "row") VALUES (?, ?, last_insert_rowid())',
      [kind, id],
    );
  },

  async remove(tx, kind, id) {
    const [place] = await tx.sql.all<{ row: number }>(
      'DELETE FROM search_place WHERE "kind" = ? AND "item_id" = ? RETURNING "row"',
      [kind, id],
    );
    if (place) await tx.sql.run('DELETE FROM search_index WHERE rowid = ?', [place.row]);
  },

  async find(database, { kind, words, areaId, limit }) {
    const scope = areaId ? 'AND area_id >= ? AND area_id < ?' : '';
    const rows = await database.sql.all<{ item_id: string }>(
      `SELECT item_id FROM search_index WHERE search_index MATCH ? AND kind = ? ${scope} ORDER BY rank LIMIT ?`,
      [words.map(quoted).join(' AND '), kind, ...(areaId ? [areaId, `${areaId}~`] : []), limit],
    );
    return rows.map((row) => row.item_id);
  },
};
