import type { Reads } from '~/platform/db/database.server';

export type MatterKind = 'proposal' | 'feedback';

const hiddenStates = ['draft', 'withdrawn', 'merged'] as const;

const columns = { id: true, title: true, areaId: true, state: true } as const;

export interface ReadableMatter {
  id: string;
  title: string;
  areaId: string;
  state: string;
}

/** The proposals or feedback of the ids, as far as anyone may read them. */
export async function readableMatters(
  database: Reads,
  kind: MatterKind,
  ids: readonly string[],
): Promise<ReadableMatter[]> {
  const id = { in: [...ids] };
  if (kind === 'proposal')
    return database.read.proposal.findMany({
      where: { id, hiddenAt: null, state: { notIn: [...hiddenStates] } },
      select: columns,
    });
  return database.read.feedback.findMany({
    where: { id, hiddenAt: null, isPublic: true, state: { not: 'withdrawn' } },
    select: columns,
  });
}

/** The next titles that anyone may read, in the order of ids. Raw: a hundred thousand are read at the start. */
export function readableTitles(
  database: Reads,
  kind: MatterKind,
  { after, take }: { after: string; take: number },
): Promise<{ id: string; title: string }[]> {
  if (kind === 'proposal')
    return database.sql.all(
      `SELECT "id", "title" FROM "Proposal" WHERE "id" > ? AND "hiddenAt" IS NULL
         AND "state" NOT IN (?, ?, ?) ORDER BY "id" LIMIT ?`,
      [after, ...hiddenStates, take],
    );
  return database.sql.all(
    `SELECT "id", "title" FROM "Feedback" WHERE "id" > ? AND "hiddenAt" IS NULL AND "isPublic" = ?
       AND "state" <> 'withdrawn' ORDER BY "id" LIMIT ?`,
    [after, true, take],
  );
}
