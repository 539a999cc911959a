import { areasOfRoles } from '../actor';
import type { Actor } from '../actor';
import { hiddenProposalReaders } from './policy';
import { withinAny } from '~/platform/db/area-scope';
import type { Prisma, Transaction } from '~/platform/db/database.server';

/** What anyone may read. */
export const publicProposals = {
  state: { not: 'draft' },
  hiddenAt: null,
} as const satisfies Prisma.ProposalWhereInput;

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

/** Whether there is such a proposal and anyone may read it: only then do other things hang on it. */
export async function isPublicProposal(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.prisma.proposal.count({ where: { AND: publicProposals, id } })) > 0;
}
