import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { eachByItself } from '../each-by-itself';
import { appendEvent } from '../ledger/index.server';
import { analysed, answersOf } from './pictures/draw-picture.server';
import { opinionEvents } from './events';
import type { SaidOf } from '../ledger/define-events';
import { letParticipantsFollow, forgetAuthors, layAnew } from './forget-who.server';
import { conversationLifecycle } from './lifecycle';
import type { LoadedConversation } from './load-conversation.server';
import { loadConversation } from './load-conversation.server';
import { ensureClosingTime } from './open-conversation.server';
import { mayLeadConversation } from './policy';
import { transitionFrom } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';

type ConversationEvent = (typeof conversationLifecycle.transitions)[number]['event'];

interface Step {
  conversation: LoadedConversation;
  event: ConversationEvent;
  tells?: keyof typeof opinionEvents;
  columns?: { closesAt?: Date; closedAt?: Date; reason?: string };
  publicData?: SaidOf<typeof opinionEvents, keyof typeof opinionEvents>;
}

/** Takes one step of the life cycle. Throws `wrong-state` where the table has none, `conflict` where another was first. */
async function step(ctx: TransactionContext, given: Step): Promise<void> {
  const { conversation, event, tells, columns, publicData } = given;
  const { id, title, areaId, proposalId } = conversation;
  const to = transitionFrom(conversationLifecycle, conversation.state, event)?.to;
  if (!to) throw new DomainError('wrong-state', { reason: 'opinions.closed' });
  const moved = await ctx.prisma.conversation.updateMany({
    where: { id, state: conversation.state },
    data: { state: to, ...columns },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  if (!tells) return;
  await appendEvent(ctx, opinionEvents, {
    type: tells,
    subjectKind: 'conversation',
    subjectId: id,
    areaId,
    publicData: { title, proposalId, ...publicData },
  });
}

async function led(ctx: TransactionContext, id: string): Promise<LoadedConversation> {
  await lockRow(ctx, 'Conversation', id);
  const conversation = await loadConversation(ctx, id);
  ensure(mayLeadConversation(ctx.actor, conversation));
  return conversation;
}

/** Moves the closing instant, with a reason that those who take part are told. */
export async function extendConversation(
  ctx: Context,
  id: string,
  input: { closesAt: Date; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const conversation = await led(ctx, id);
    ensureClosingTime(ctx.clock.now(), input.closesAt);
    if (input.closesAt <= conversation.closesAt)
      throw new DomainError('invalid', { field: 'closesAt', reason: 'opinions.not-later' });
    await letParticipantsFollow(ctx, id);
    await step(ctx, {
      conversation,
      event: 'extend',
      tells: 'conversation.extended',
      columns: { closesAt: input.closesAt, reason: input.reason },
      publicData: { reason: input.reason, closesAt: input.closesAt },
    });
  });
}

/** Ends the conversation before its time; the report follows. */
export async function endConversationEarly(ctx: Context, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const conversation = await led(ctx, id);
    await step(ctx, {
      conversation,
      event: 'end-early',
      tells: 'conversation.ended-early',
      columns: { reason, closedAt: ctx.clock.now() },
      publicData: { reason },
    });
  });
  await reportConversation({ ...ctx, actor: { kind: 'system' } }, id);
}

/** Calls the conversation off: no report, and nothing joins people with answers any more. */
export async function cancelConversation(ctx: Context, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const conversation = await led(ctx, id);
    await step(ctx, {
      conversation,
      event: 'cancel',
      tells: 'conversation.cancelled',
      columns: { reason, closedAt: ctx.clock.now() },
      publicData: { reason },
    });
    await forgetDone(ctx, id);
    await letParticipantsFollow(ctx, id);
    await forgetAuthors(ctx, id, ctx.clock.now());
  });
  await layAnew(ctx, id);
}

/**
 * analysing → closed: the report from all answers, and those who follow are told. Repeated after a crash: until the
 * report stands, the conversation is `analysing`.
 */
export async function reportConversation(ctx: Context, id: string): Promise<void> {
  const found = await ctx.database.read.conversation.findUnique({ where: { id } });
  if (found?.state !== 'analysing') return;
  await inTransaction(ctx, (ctx) => letParticipantsFollow(ctx, id));
  await layAnew(ctx, id);
  const drawn = await analysed({ ...(await answersOf(ctx, id)), memory: null, final: true });
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Conversation', id);
    const conversation = await loadConversation(ctx, id);
    // Another process may have been first.
    if (conversation.state !== 'analysing') return;
    const columns = {
      changes: conversation.changes,
      drawnAt: ctx.clock.now(),
      picture: JSON.stringify(drawn.picture),
      memory: JSON.stringify(drawn.memory),
    };
    await ctx.prisma.opinionPicture.upsert({
      where: { conversationId: id },
      create: { conversationId: id, ...columns },
      update: columns,
    });
    await forgetAuthors(ctx, id, ctx.clock.now());
    await step(ctx, {
      conversation,
      event: 'report',
      tells: 'conversation.closed',
      columns: { closedAt: conversation.closedAt ?? ctx.clock.now() },
      publicData: { participants: drawn.picture.participants, groups: drawn.picture.groups.length },
    });
  });
}

/**
 * What the timer does: ends what is due, and finishes what a crash left. One that another process has ended meanwhile,
 * or that cannot be ended, holds up no other.
 */
export async function endDueConversations(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const due = await ctx.database.read.conversation.findMany({
    where: {
      OR: [
        { state: 'open', closesAt: { lte: now } },
        { state: 'analysing' },
        // What a break left of one that was called off.
        { state: 'cancelled', participants: { some: { personKey: { not: null } } } },
      ],
    },
    orderBy: { closesAt: 'asc' },
    select: { id: true, state: true },
    take: 20,
  });
  await eachByItself(due, async ({ id, state }) => {
    if (state === 'cancelled') return layAnew(ctx, id);
    await inTransaction(ctx, async (ctx) => {
      await lockRow(ctx, 'Conversation', id);
      const conversation = await loadConversation(ctx, id);
      if (conversation.state === 'open' && conversation.closesAt <= now)
        await step(ctx, { conversation, event: 'end' });
    });
    await reportConversation(ctx, id);
  });
}
