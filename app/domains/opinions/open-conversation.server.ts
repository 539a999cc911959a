import type { Context } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { follow } from '../notifications/index.server';
import { ensureArea } from '../territory/index.server';
import { opinionEvents } from './events';
import { conversationLifecycle, statementLifecycle } from './lifecycle';
import { makeParticipantKey } from './participant-keys.server';
import { mayLeadConversation } from './policy';
import type { ConversationInput } from './schema';
import { isOpenToAll } from '../ensure-reads';
import { stepOf } from '~/lib/lifecycle';
import { sameWords } from '~/lib/similar-texts/same-words';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

const shortestHours = 1;
const longestDays = 180;

/** A conversation is open for an hour at least, for half a year at most. */
export function ensureClosingTime(now: Date, closesAt: Date): void {
  const hours = (closesAt.getTime() - now.getTime()) / 3600_000;
  if (hours < shortestHours)
    throw new DomainError('invalid', { field: 'closesAt', reason: 'opinions.too-short' });
  if (hours > longestDays * 24)
    throw new DomainError('invalid', { field: 'closesAt', reason: 'opinions.too-long' });
}

function ensureDifferent(seeds: readonly string[]): void {
  seeds.forEach((seed, at) => {
    if (seeds.slice(0, at).some((other) => sameWords(other, seed)))
      throw new DomainError('invalid', { field: 'seeds', reason: 'opinions.said-already' });
  });
}

/** A moderator asks a question, with the first statements; answers the conversation's id. */
export async function openConversation(ctx: Context, input: ConversationInput): Promise<string> {
  ensure(mayLeadConversation(ctx.actor, input));
  const { seeds, body, ...columns } = input;
  const now = ctx.clock.now();
  ensureClosingTime(now, input.closesAt);
  ensureDifferent(seeds);
  const id = newId(now);
  const proposalId = input.proposalId === '' ? null : input.proposalId;
  const openedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  return doOnce(ctx, 'conversation.open', async (ctx) => {
    await ensureArea(ctx, input.areaId);
    if (proposalId && !(await isOpenToAll(ctx, { kind: 'proposal', id: proposalId })))
      throw new DomainError('invalid', { field: 'proposalId', reason: 'unknown-proposal' });
    await ctx.prisma.conversation.create({
      data: {
        ...columns,
        id,
        proposalId,
        body,
        bodyHtml: renderMarkdown(body),
        state: conversationLifecycle.initial,
        openedBy,
        openedAt: now,
        keyCheck: makeParticipantKey(ctx, id),
        statementCount: seeds.length,
      },
    });
    await ctx.prisma.statement.createMany({
      data: seeds.map((seed, at) => ({
        id: newId(now),
        conversationId: id,
        number: at + 1,
        body: seed,
        seed: true,
        state: stepOf(statementLifecycle, 'show-at-once').to,
        createdAt: now,
      })),
    });
    if (openedBy !== '')
      await follow(ctx, { personId: openedBy, subjectKind: 'conversation', subjectId: id, at: now });
    await appendEvent(ctx, opinionEvents, {
      type: 'conversation.opened',
      subjectKind: 'conversation',
      subjectId: id,
      areaId: input.areaId,
      publicData: { title: input.title, closesAt: input.closesAt, proposalId },
    });
    return id;
  });
}
