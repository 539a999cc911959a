import { agreementsOfProposal } from '../agreements/index.server';
import { ballotsOfProposal } from '../ballots/index.server';
import type { ReadContext } from '../context';
import { conversationsOfProposal } from '../opinions/index.server';
import { timelineOf } from '../ledger/index.server';
import { opportunitiesOfProposal } from '../volunteering/index.server';
import { roundsOfOrders, workOrdersOf } from '../workorders/index.server';
import { lineSteps } from './rules/line-steps';

/** The whole line of a proposal: its steps with what hangs on each, and the history of all of it. */
export async function lineOfProposal(ctx: ReadContext, proposal: { id: string; state: string }) {
  const [conversations, ballots, opportunities, agreements, workOrders] = await Promise.all([
    conversationsOfProposal(ctx, proposal.id),
    ballotsOfProposal(ctx, proposal.id),
    opportunitiesOfProposal(ctx, proposal.id),
    agreementsOfProposal(ctx, proposal.id),
    workOrdersOf(ctx, { kind: 'proposal', id: proposal.id }),
  ]);
  const shownBallots = ballots.filter((ballot) => ballot.state !== 'draft');
  const linked = [
    ...conversations.map(({ id, title, state }) => ({ kind: 'conversation' as const, id, title, state })),
    ...shownBallots.map(({ id, title, state }) => ({ kind: 'ballot' as const, id, title, state })),
    ...opportunities.map(({ id, title }) => ({
      kind: 'opportunity' as const,
      id,
      title,
      state: 'published',
    })),
    ...agreements.map(({ id, title, state }) => ({ kind: 'agreement' as const, id, title, state })),
    ...workOrders.map(({ id, title, state }) => ({ kind: 'work-order' as const, id, title, state })),
  ];
  const timeline = await timelineOf(ctx, [{ kind: 'proposal', id: proposal.id }, ...linked]);
  return {
    linked,
    timeline,
    rounds: await roundsOfOrders(
      ctx,
      workOrders.map(({ id }) => id),
    ),
    steps: lineSteps({
      state: proposal.state,
      hasBallot: shownBallots.length > 0,
      hasCommitment: opportunities.length + agreements.length > 0,
      hasWorkOrder: workOrders.length > 0,
    }),
  };
}

/** The work orders on which feedback hangs, the departments that therefore may read it, and the public history. */
export async function lineOfFeedback(ctx: ReadContext, feedbackId: string) {
  const workOrders = await workOrdersOf(ctx, { kind: 'feedback', id: feedbackId });
  return {
    workOrders,
    departmentIds: workOrders.flatMap((order) => order.departmentId ?? []),
    timeline: await timelineOf(ctx, [{ kind: 'feedback', id: feedbackId }]),
    rounds: await roundsOfOrders(
      ctx,
      workOrders.map(({ id }) => id),
    ),
  };
}
