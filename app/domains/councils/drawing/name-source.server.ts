import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { ensureVersion, holdCouncil, tellOfCouncil, touchCouncil } from '../load-council.server';
import { mayNameSource } from '../policy';
import type { SourceInput } from '../schema';

const sourcesSchema = z.array(
  z.object({ source: z.string(), dueAt: z.string(), reason: z.string(), changedAt: z.string() }),
);

/** The events that were to give a seed before the one that does. */
export const readSources = (text: string) => sourcesSchema.parse(JSON.parse(text));

const furthestDays = 366;

/** Throws `invalid` at the field: the event that gives the seed is to come, within a year. */
export function ensureDue({ clock }: ReadContext, dueAt: Date): void {
  const ahead = Number(dueAt) - Number(clock.now());
  if (ahead <= 0) throw new DomainError('invalid', { field: 'dueAt', reason: 'councils.event-is-over' });
  if (ahead > furthestDays * 24 * 3600_000)
    throw new DomainError('invalid', { field: 'dueAt', reason: 'councils.too-far' });
}

/**
 * Names another event where the first does not come about: with the reason, for everyone. What was named before stays
 * on the page of the council.
 */
export async function nameSource(ctx: Context, councilId: string, input: SourceInput): Promise<void> {
  const { source, dueAt, reason, version } = input;
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(mayNameSource(ctx.actor, council));
    ensureVersion(council, version);
    ensureDue(ctx, dueAt);
    const where = { councilId, drawnAt: null };
    const pending = await ctx.prisma.councilDraw.findFirst({ where });
    if (!pending) throw new DomainError('conflict', { reason: 'councils.no-list' });
    const now = ctx.clock.now();
    const earlier = { source: pending.source, dueAt: pending.dueAt.toISOString(), reason };
    const earlierSources = [
      ...readSources(pending.earlierSources),
      { ...earlier, changedAt: now.toISOString() },
    ];
    await ctx.prisma.councilDraw.updateMany({
      where,
      data: {
        ...{ source, dueAt, earlierSources: JSON.stringify(earlierSources) },
        namedAfterDue: pending.namedAfterDue || now >= pending.dueAt,
      },
    });
    await touchCouncil(ctx, council);
    await tellOfCouncil(ctx, {
      council,
      type: 'council.source-changed',
      publicData: { was: pending.source, is: source, reason, dueAt },
    });
  });
}
