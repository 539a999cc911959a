import type { Context, ReadContext, TransactionContext } from '../../context';
import { ensure } from '../../domain-error';
import { doOnce } from '../../do-once.server';
import { appendEvent } from '../../ledger/index.server';
import { moderationEvents } from '../events';
import { groundOf, toWords } from '../grounds';
import { lastHiding } from '../reports/hiding.query.server';
import type { Thing } from '../reports/hiding.query.server';
import { moderatingRoles } from '../policy';
import { recordDecision } from '../record-decision.server';
import { mayImpose } from './policy';
import { endOf } from './rules';
import type { SanctionLevel } from './rules';
import { trailOf } from '~/lib/geo/division-code';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

export interface NewSanction extends Thing {
  level: SanctionLevel;
  /** Asked for the level of so many days alone. */
  days: number;
  reason: string;
}

/** Whether a person moderates or administers an area. */
export async function holdsOffice(ctx: ReadContext, personId: string, areaId: string): Promise<boolean> {
  for (const role of moderatingRoles) {
    const holders = await ctx.subjects.persons.holders(ctx, { role, areaIds: trailOf(areaId) });
    if (holders.some((holder) => holder.personId === personId)) return true;
  }
  return false;
}

/** What is asked before a sanction for the last hiding of a thing. Throws `not-found` where it was never hidden. */
export async function offenceOf(ctx: ReadContext, thing: Thing) {
  const hiding = await lastHiding(ctx, thing);
  const { areaId, concernedId, hidingId } = hiding;
  const given = await ctx.database.read.sanction.count({ where: { hidingId } });
  const office = concernedId !== null && (await holdsOffice(ctx, concernedId, areaId));
  return { ...hiding, sanctioned: given > 0, holdsOffice: office };
}

/**
 * A moderator decides what follows for the author of words that are hidden: one sanction for each hiding, also where that
 * one has ended meanwhile. The person is told at once, with the reason, how long, and how to appeal. Throws `forbidden`
 * where one was given already.
 */
export function imposeSanction(ctx: Context, input: NewSanction): Promise<string> {
  return doOnce(ctx, 'sanction.impose', (ctx) => impose(ctx, input));
}

async function impose(ctx: TransactionContext, input: NewSanction): Promise<string> {
  const { subjectKind, subjectId, level, days, reason } = input;
  // Whoever shows the thing again meanwhile ends what was given for its hiding: they hold the same row.
  await lockRow(ctx, 'QueueItem', (await lastHiding(ctx, input)).hidingId);
  const hiding = await offenceOf(ctx, input);
  ensure(mayImpose(ctx.actor, hiding));
  const { areaId, concernedId, hidingId } = hiding;
  const personId = concernedId ?? '';
  const now = ctx.clock.now();
  const id = newId(now);
  const ground = toWords(groundOf(hiding));
  const endsAt = endOf(level, days, now);
  await ctx.prisma.sanction.create({
    data: {
      ...{ id, personId, areaId, level, ground, reason, subjectKind, subjectId, endsAt },
      decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      createdAt: now,
      hidingId,
    },
  });
  await recordDecision(ctx, {
    ...{ kind: 'sanction', subjectKind: 'sanction', subjectId: id, areaId, title: '', decision: level },
    ...{ because: { ground, words: reason }, concernedId: personId },
  });
  await appendEvent(ctx, moderationEvents, {
    type: 'sanction.imposed',
    ...{ subjectKind: 'sanction', subjectId: id, areaId },
    publicData: { title: '', reason, ground, level, ...(endsAt ? { until: endsAt } : {}) },
    privateData: { personId },
  });
  return id;
}
