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
import { lockRows } from '~/platform/db/lock-row';
import type { HeldTable } from '~/platform/db/lock-row';

type MoveSome = (ctx: TransactionContext, ids: readonly string[]) => Promise<void>;

const eachBy =
  (move: (ctx: TransactionContext, id: string) => Promise<void>): MoveSome =>
  async (ctx, ids) => {
    for (const id of ids) await move(ctx, id);
  };

interface KindOfMatter {
  table: HeldTable;
  statesOf(tx: Transaction, ids: string[]): Promise<{ id: string; state: string }[]>;
  stages: Record<string, MatterStage>;
  moves: Record<MatterStep, MoveSome>;
  loseOrders: (ctx: TransactionContext, id: string, words: string) => Promise<void>;
}

const idAndState = { id: true, state: true } as const;

/** Obligations are reported by the party that promised, and follow no order. */
const kinds: Record<string, KindOfMatter> = {
  proposal: {
    table: 'Proposal',
    statesOf: (tx, ids) => tx.prisma.proposal.findMany({ where: { id: { in: ids } }, select: idAndState }),
    stages: { implementing: 'working', done: 'done', evaluated: 'evaluated' },
    moves: {
      finish: eachBy(markProposalDone),
      evaluate: eachBy(markProposalEvaluated),
      reopen: eachBy(reopenProposal),
    },
    loseOrders: leaveRefusedOrders,
  },
  feedback: {
    table: 'Feedback',
    statesOf: (tx, ids) => tx.prisma.feedback.findMany({ where: { id: { in: ids } }, select: idAndState }),
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
  for (const [subjectKind, kind] of Object.entries(kinds)) {
    const ids = order.links
      .flatMap((link) => (link.subjectKind === subjectKind ? [link.subjectId] : []))
      .sort();
    if (ids.length > 0) await moveMattersOf(ctx, { ...kind, subjectKind }, ids);
  }
}

async function moveMattersOf(
  ctx: TransactionContext,
  kind: KindOfMatter & { subjectKind: string },
  ids: string[],
): Promise<void> {
  // Held before the other orders are looked at: of two that end at once the second sees the first.
  await lockRows(ctx, kind.table, ids);
  const matters = new Map((await kind.statesOf(ctx, ids)).map(({ id, state }) => [id, state]));
  const worked = await ctx.prisma.workOrderLink.findMany({
    where: { subjectKind: kind.subjectKind, subjectId: { in: ids } },
    orderBy: { workOrder: { closedAt: 'asc' } },
    select: { subjectId: true, workOrder: { select: { state: true, refusalWords: true } } },
  });
  const ordersOf = new Map<string, (typeof worked)[number]['workOrder'][]>();
  for (const { subjectId, workOrder } of worked)
    ordersOf.set(subjectId, [...(ordersOf.get(subjectId) ?? []), workOrder]);
  const moving: Record<MatterStep, string[]> = { finish: [], evaluate: [], reopen: [] };
  for (const id of ids) {
    const from = kind.stages[matters.get(id) ?? ''];
    if (!from) continue;
    const orders = ordersOf.get(id) ?? [];
    const states = orders.map(({ state }) => state);
    if (from === 'working' && onlyRefused(states))
      await kind.loseOrders(ctx, id, orders.at(-1)?.refusalWords ?? '');
    else {
      const to = stageOfMatter(states);
      for (const step of to ? stepsBetween(from, to) : []) moving[step].push(id);
    }
  }
  // Who takes two steps is done before it is evaluated.
  for (const step of ['finish', 'evaluate', 'reopen'] as const)
    if (moving[step].length > 0) await kind.moves[step](ctx, moving[step]);
}
