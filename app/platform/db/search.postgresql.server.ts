import type { SearchEngine } from './search-engine';

const lexeme = (word: string) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

export const postgresqlSearch: SearchEngine = {
  async put(tx, { kind, id, areaId, words }) {
    await tx.sql.run(
      `INSERT INTO search_index ("kind", "item_id", "area_id", "body") VALUES (?, ?, ?, array_to_tsvector(?::text[]))
       ON CONFLICT ("kind", "item_id") DO UPDATE SET "area_id" = EXCLUDED."area_id", "body" = EXCLUDED."body"`,
      [
        kind,
        id,
        areaId,
        `{${[...new Set(words.split(' ').filter(Boolean))].map((word) => JSON.stringify(word)).join(',')}}`,
      ],
    );
  },

  async remove(tx, kind, id) {
    await tx.sql.run('DELETE FROM search_index WHERE "kind" = ? AND "item_id" = ?', [kind, id]);
  },

  async find(database, { kind, words, areaId, limit }) {
    const scope = areaId ? 'AND "area_id" >= ? AND "area_id" < ?' : '';
    const query = words.map(lexeme).join(' & ');
    const rows = await database.sql.all<{ item_id: string }>(
      `SELECT "item_id" FROM search_index WHERE "body" @@ ?::tsquery AND "kind" = ? ${scope}
       ORDER BY ts_rank("body", ?::tsquery) DESC, "item_id" DESC LIMIT ?`,
      [query, kind, ...(areaId ? [areaId, `${areaId}~`] : []), query, limit],
    );
    return rows.map((row) => row.item_id);
  },
};
