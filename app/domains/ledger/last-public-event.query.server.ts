import type { ReadContext } from '../context';

const lastOfType = `SELECT (SELECT e."sequence" FROM "Event" e
  WHERE e."type" = ? AND e."isPublic" ORDER BY e."sequence" DESC LIMIT 1) AS "sequence"`;

/** When the last public event of one of these types happened, by their index; null where there was none. */
export async function lastPublicEventAt(
  { database }: ReadContext,
  types: readonly string[],
): Promise<Date | null> {
  if (types.length === 0) return null;
  const rows = await database.sql.all<{ sequence: number | null }>(
    `SELECT MAX("sequence") AS "sequence" FROM (${types.map(() => lastOfType).join(' UNION ALL ')}) AS "last"`,
    [...types],
  );
  const sequence = rows[0]?.sequence ?? null;
  if (sequence === null) return null;
  const event = await database.read.event.findUnique({
    where: { sequence: Number(sequence) },
    select: { at: true },
  });
  return event?.at ?? null;
}
