import type { ReadContext } from '../context';
import { feedbackEventTypes } from '../feedback/index.server';
import { timelineOf } from '../ledger/index.server';
import { roundsOfOrders, workOrdersOf } from '../workorders/index.server';
import { lineSteps } from './rules/line-steps';

/** The topics of whatever may hang on a proposal: a kept page that shows its line names them beside its own. */
export const lineTopics = 'conversations,meetings,ballots,volunteering,agreements,work-orders';

type Line = ReadContext['subjects']['line'];

/** What hangs on a matter, of each subject in their order: only those on this line are asked. */
async function hangingOn(ctx: ReadContext, matter: { kind: string; id: string }, line: Line) {
  const ofEach = await Promise.all(
    line.map(async ({ kind, step, of }) =>
      (await of(ctx, matter)).map(({ id, title, state }) => ({ kind, step, id, title, state })),
    ),
  );
  return ofEach.flat();
}

/** The things of one kind that hang on a matter, of those that the reader may read. */
export async function hangingOfKind(ctx: ReadContext, kind: string, matter: { kind: string; id: string }) {
  const line = ctx.subjects.line.filter((one) => one.kind === kind);
  return (await hangingOn(ctx, matter, line)).map(({ id, title }) => ({ id, title }));
}

/** The whole line of a proposal: its steps with what hangs on each, and the history of all of it. */
export async function lineOfProposal(
  ctx: ReadContext,
  proposal: { id: string; state: string },
  before?: string | null,
) {
  const matter = { kind: 'proposal', id: proposal.id };
  const linked = await hangingOn(ctx, matter, ctx.subjects.line);
  const orders = linked.filter(({ kind }) => kind === 'work-order').map(({ id }) => id);
  return {
    linked: linked.map(({ kind, id, title, state }) => ({ kind, id, title, state })),
    timeline: await timelineOf(ctx, [matter, ...linked], before),
    rounds: await roundsOfOrders(ctx, orders),
    steps: lineSteps({ state: proposal.state, begun: new Set(linked.map(({ step }) => step)) }),
  };
}

/** The work orders on which feedback hangs, the departments that therefore may read it, and the public history. */
export async function lineOfFeedback(ctx: ReadContext, feedbackId: string, before?: string | null) {
  const workOrders = await workOrdersOf(ctx, { kind: 'feedback', id: feedbackId });
  return {
    workOrders,
    departmentIds: workOrders.flatMap((order) => order.departmentId ?? []),
    // Whoever may read what was asked in confidence reads what became of it.
    timeline: await timelineOf(ctx, [{ kind: 'feedback', id: feedbackId, also: feedbackEventTypes }], before),
    rounds: await roundsOfOrders(
      ctx,
      workOrders.map(({ id }) => id),
    ),
  };
}
