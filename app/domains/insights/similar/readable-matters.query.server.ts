import type { Database } from '~/platform/db/database.server';

export type MatterKind = 'proposal' | 'feedback';

const hiddenStates = ['draft', 'withdrawn', 'merged'];

const columns = { id: true, title: true, areaId: true, state: true } as const;

export interface ReadableMatter {
  id: string;
  title: string;
  areaId: string;
  state: string;
}

/** Proposals or feedback that anyone may read: those of the ids, or the next after one in the order of ids. */
export async function readableMatters(
  database: Database,
  kind: MatterKind,
  asked: { ids: readonly string[] } | { after: string; take: number },
): Promise<ReadableMatter[]> {
  const id = 'ids' in asked ? { in: [...asked.ids] } : { gt: asked.after };
  const take = 'ids' in asked ? asked.ids.length : asked.take;
  const orderBy = { id: 'asc' } as const;
  if (kind === 'proposal')
    return database.read.proposal.findMany({
      where: { id, hiddenAt: null, state: { notIn: [...hiddenStates] } },
      take,
      orderBy,
      select: columns,
    });
  return database.read.feedback.findMany({
    where: { id, hiddenAt: null, isPublic: true, state: { not: 'withdrawn' } },
    take,
    orderBy,
    select: columns,
  });
}
