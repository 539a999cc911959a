import type { TransactionContext } from '../context';
import {
  markFeedbackEvaluated,
  markFeedbackSolved,
  refuseDispatchedFeedback,
  reopenFeedback,
} from '../feedback/index.server';
import {
  leaveRefusedOrders,
  markProposalDone,
  markProposalEvaluated,
  reopenProposal,
} from '../proposals/index.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { onlyRefused, stageOfMatter, stepsBetween } from './rules/matter-stage';
import type { MatterStage, MatterStep } from './rules/matter-stage';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';
import type { HeldTable } from '~/platform/db/lock-row';

type MoveOne = (ctx: TransactionContext, id: string) => Promise<void>;

interface KindOfMatter {
  table: HeldTable;
  stateOf(tx: Transaction, id: string): Promise<string | undefined>;
  stages: Record<string, MatterStage>;
  moves: Record<MatterStep, MoveOne>;
  loseOrders: (ctx: TransactionContext, id: string, words: string) => Promise<void>;
}

/** Obligations are reported by the party that promised, and follow no order. */
const kinds: Record<string, KindOfMatter> = {
  proposal: {
    table: 'Proposal',
    stateOf: async (tx, id) => (await tx.prisma.proposal.findUnique({ where: { id } }))?.state,
    stages: { implementing: 'working', done: 'done', evaluated: 'evaluated' },
    moves: { finish: markProposalDone, evaluate: markProposalEvaluated, reopen: reopenProposal },
    loseOrders: leaveRefusedOrders,
  },
  feedback: {
    table: 'Feedback',
    stateOf: async (tx, id) => (await tx.prisma.feedback.findUnique({ where: { id } }))?.state,
    stages: { dispatched: 'working', solved: 'done', evaluated: 'evaluated' },
    moves: { finish: markFeedbackSolved, evaluate: markFeedbackEvaluated, reopen: reopenFeedback },
    loseOrders: refuseDispatchedFeedback,
  },
};

/**
 * Brings what hangs on an order to where its orders are, after the order has moved: a matter on which several orders
 * work is done with the last of them, goes back when one of them is reopened, and is let go when all of them are refused.
 */
export async function moveMatters(ctx: TransactionContext, order: LoadedWorkOrder): Promise<void> {
  const links = [...order.links].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
  for (const { subjectKind, subjectId } of links) {
    const kind = kinds[subjectKind];
    if (!kind) continue;
    // Held before the other orders are looked at: of two that end at once the second sees the first.
    await lockRow(ctx, kind.table, subjectId);
    const from = kind.stages[(await kind.stateOf(ctx, subjectId)) ?? ''];
    const orders = await ctx.prisma.workOrder.findMany({
      where: { links: { some: { subjectKind, subjectId } } },
      orderBy: { closedAt: 'asc' },
      select: { state: true, refusalWords: true },
    });
    const to = stageOfMatter(orders.map(({ state }) => state));
    if (from === 'working' && onlyRefused(orders.map(({ state }) => state))) {
      await kind.loseOrders(ctx, subjectId, orders.at(-1)?.refusalWords ?? '');
      continue;
    }
    if (!from || !to) continue;
    for (const step of stepsBetween(from, to)) await kind.moves[step](ctx, subjectId);
  }
}
