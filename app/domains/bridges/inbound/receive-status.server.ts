import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { bridgeEvents } from '../events';
import { verify } from '../rules/webhooks/signature';
import type { ReceivedMessage } from '../rules/webhooks/signature';
import { statusMessageSchema } from '../schema';
import type { StatusMessage } from '../schema';
import { secretsOf } from '../secrets.server';
import { applyStatus } from './apply-status.server';
import type { Outcome, Source } from './apply-status.server';
import { loadSource } from './sources.server';
import { withoutNul } from '~/lib/texts/without-nul';
import { lockRow } from '~/platform/db/lock-row';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

/** A message until what it says is done; then its outcome. */
const pending = 'pending';

function readMessage(body: string): StatusMessage {
  let json: unknown;
  try {
    json = JSON.parse(body, (_name, value: unknown) =>
      typeof value === 'string' ? withoutNul(value) : value,
    );
  } catch {
    throw new DomainError('invalid', { reason: 'bridges.not-json' });
  }
  const parsed = statusMessageSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new DomainError('invalid', { reason: 'bridges.bad-message', params: { where } });
}

async function keepMessage(
  ctx: Context,
  input: { source: Source; messageId: string; body: string; message: StatusMessage },
) {
  const { source, messageId, body, message } = input;
  const where = { sourceId_messageId: { sourceId: source.id, messageId } };
  try {
    return await inTransaction(ctx, async (ctx) => {
      const before = await ctx.prisma.inboundMessage.findUnique({ where });
      if (before) return before;
      return ctx.prisma.inboundMessage.create({
        data: {
          id: newId(ctx.clock.now()),
          sourceId: source.id,
          messageId,
          externalNumber: message.data.number,
          externalStatus: message.data.status,
          payload: ctx.keys.seal(body),
          outcome: pending,
          receivedAt: ctx.clock.now(),
        },
      });
    });
  } catch (error) {
    // On PostgreSQL the same message may come in two transactions at once: the other one has kept it.
    const found = isUniqueViolation(error)
      ? await ctx.database.read.inboundMessage.findUnique({ where })
      : null;
    if (found) return found;
    throw error;
  }
}

interface Kept {
  id: string;
  /** What had come of it when it was read. */
  before: string;
  message: StatusMessage;
}

/** Does what a message says, one of a source after the other; null where another has settled it since it was read. */
async function settle(ctx: Context, source: Source, { id, before, message }: Kept): Promise<Outcome | null> {
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'InboundSource', source.id);
    const now = await ctx.prisma.inboundMessage.findUniqueOrThrow({ where: { id } });
    if (now.settledAt !== null || now.outcome !== before) return null;
    const done = await applyStatus(ctx, source, message);
    const settled = ['applied', 'ignored'].includes(done.outcome);
    await ctx.prisma.inboundMessage.update({
      where: { id },
      data: { ...done, settledAt: settled ? ctx.clock.now() : null },
    });
    if (done.outcome === 'unmapped' && before === pending) await tellUnmapped(ctx, source, { id, message });
    return done;
  });
}

/** Of each status once: whoever leads the bridge says what it means. */
async function tellUnmapped(
  ctx: TransactionContext,
  source: Source,
  { id, message }: Pick<Kept, 'id' | 'message'>,
): Promise<void> {
  const { status } = message.data;
  const told = await ctx.prisma.inboundMessage.count({
    where: { sourceId: source.id, externalStatus: status, outcome: 'unmapped', id: { not: id } },
  });
  if (told > 0) return;
  await appendEvent(ctx, bridgeEvents, {
    type: 'bridge.status-unmapped',
    subjectKind: 'inbound-source',
    subjectId: source.id,
    areaId: source.areaId,
    publicData: { title: source.name, status },
  });
}

/** Throws `not-found` where no source of that id listens: asked before anything of a message is read. */
export async function ensureListening(ctx: ReadContext, sourceId: string): Promise<void> {
  const listening = await ctx.database.read.inboundSource.count({ where: { id: sourceId, state: 'active' } });
  if (listening === 0) throw new DomainError('not-found');
}

/**
 * Takes a signed status message. The signature is checked before anything is read; a message id that came before is
 * answered with what came of it, and nothing is done twice. Throws `not-found`, `forbidden` or `invalid`.
 */
export async function receiveStatus(
  ctx: Context,
  sourceId: string,
  received: ReceivedMessage,
): Promise<Outcome> {
  const source = await ctx.database.read.inboundSource.findUnique({ where: { id: sourceId } });
  if (!source || source.state !== 'active') throw new DomainError('not-found');
  const verdict = verify(received, secretsOf(ctx, source), ctx.clock.now());
  if (verdict !== 'fine') throw new DomainError('forbidden', { reason: `bridges.${verdict}` });
  const message = readMessage(received.body);
  const kept = await keepMessage(ctx, { source, messageId: received.id ?? '', body: received.body, message });
  const { id } = kept;
  const done = kept.outcome === pending ? await settle(ctx, source, { id, before: pending, message }) : null;
  if (done) return done;
  const settled = await ctx.database.read.inboundMessage.findUniqueOrThrow({ where: { id } });
  const { outcome, workOrderId, detail } = settled as typeof settled & Outcome;
  return { outcome, workOrderId, detail };
}

/** Tries again what could not be applied: the status means something now, or the order has come. Answers how many were applied. */
export async function retryMessages(ctx: Context, sourceId: string): Promise<number> {
  const source = await inTransaction(ctx, (ctx) => loadSource(ctx, sourceId));
  const waiting = await ctx.database.read.inboundMessage.findMany({
    where: { sourceId, outcome: { in: ['unmapped', 'unknown-order', 'refused', pending] }, settledAt: null },
    orderBy: { id: 'asc' },
    take: 200,
  });
  let applied = 0;
  for (const { id, payload, outcome: before } of waiting) {
    const message = readMessage(ctx.keys.open(payload));
    if ((await settle(ctx, source, { id, before, message }))?.outcome === 'applied') applied += 1;
  }
  return applied;
}

/** Sets a message aside that will never be applied. */
export async function setMessageAside(ctx: Context, sourceId: string, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await loadSource(ctx, sourceId);
    const aside = await ctx.prisma.inboundMessage.updateMany({
      where: { id, sourceId, settledAt: null },
      data: { settledAt: ctx.clock.now() },
    });
    if (aside.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
  });
}
