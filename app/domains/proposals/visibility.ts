import { areasOfRoles } from '../actor';
import type { Actor } from '../actor';
import { hiddenProposalReaders } from './policy';
import type { ReadContext } from '../context';
import { withinAny } from '~/platform/db/lists/area-scope';
import type { Prisma, Transaction } from '~/platform/db/database.server';
import type { PlainCondition } from '~/platform/db/plain-condition';

/** What anyone may read. */
export const publicProposals = {
  state: { not: 'draft' },
  hiddenAt: null,
} as const satisfies Prisma.ProposalWhereInput & PlainCondition;

/** The twin of mayReadProposal for lists: the proposals that the actor may read. */
export function readableProposals(actor: Actor): Prisma.ProposalWhereInput {
  if (actor.kind === 'system') return { state: { not: 'draft' } };
  if (actor.kind === 'visitor') return publicProposals;
  const moderated = withinAny(areasOfRoles(actor, hiddenProposalReaders));
  return {
    OR: [
      publicProposals,
      { authorId: actor.personId },
      ...moderated.map((area) => ({ ...area, state: { not: 'draft' } })),
    ],
  };
}

/** The columns that mayReadProposal asks for, and the title. */
export const proposalFactColumns = {
  id: true,
  title: true,
  state: true,
  authorId: true,
  areaId: true,
  hiddenAt: true,
} as const satisfies Prisma.ProposalSelect;

/** Of these proposals those that anyone may read, with their titles. */
export function publicAmong(ctx: ReadContext, ids: readonly string[]) {
  return ctx.database.read.proposal.findMany({
    where: { AND: publicProposals, id: { in: [...ids] } },
    select: { id: true, title: true },
  });
}

/** Whether there is such a proposal and anyone may read it: only then do other things hang on it. */
export async function isPublicProposal(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.prisma.proposal.count({ where: { AND: publicProposals, id } })) > 0;
}
