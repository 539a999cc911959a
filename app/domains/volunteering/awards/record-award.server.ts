import type { Context, TransactionContext } from '../../context';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { erasedAmong } from '../../identity/index.server';
import { personOf } from '../../person-of';
import { appendEvent } from '../../ledger/index.server';
import { volunteeringEvents } from '../events';
import { signUpLifecycle } from '../lifecycle';
import { recruiter } from '../opportunity.server';
import { mayOrganise } from '../policy';
import type { AwardInput } from './schema';
import { dayIn } from '~/lib/time/days';
import { stepOf } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';

const served = stepOf(signUpLifecycle, 'attend');

/** Throws where a field does not fit: a day to come, a training of no length, somebody who never served there or has no account any more. */
async function ensureFits(
  ctx: TransactionContext,
  input: AwardInput,
  { organisationId, recordedBy }: { organisationId: string; recordedBy: string },
): Promise<void> {
  if (input.day > dayIn(ctx.clock.now(), ctx.configuration.timeZone))
    throw new DomainError('invalid', { field: 'day', reason: 'volunteering.award-future' });
  if (input.kind === 'training' && input.hours <= 0)
    throw new DomainError('invalid', { field: 'hours', reason: 'volunteering.award-hours' });
  const wanted = [...new Set(input.personIds)];
  const known = await ctx.prisma.signUp.groupBy({
    by: ['personId'],
    where: { personId: { in: wanted }, state: served.to, shift: { opportunity: { organisationId } } },
  });
  const erased = await erasedAmong(ctx, wanted);
  // Nobody records for oneself, as nobody confirms the own hours.
  if (wanted.length === 0 || known.length < wanted.length || erased.size > 0 || wanted.includes(recordedBy))
    throw new DomainError('invalid', { field: 'personIds', reason: 'volunteering.award-who' });
}

/**
 * Records a training that volunteers attended, or an honour that they were given, for one or many of those who served
 * with the organisation for which the actor acts. Each of them is told. Answers the id of the act.
 */
export async function recordAward(ctx: Context, input: AwardInput): Promise<string> {
  const { personId: recordedBy, organisation } = recruiter(ctx);
  const { organisationId, name: organisationName } = organisation;
  const now = ctx.clock.now();
  const actId = newId(now);
  return doOnce(ctx, 'award.record', async (ctx) => {
    await ensureFits(ctx, input, { organisationId, recordedBy });
    const { kind, name, day } = input;
    const taught =
      kind === 'training' ? { content: input.content, minutes: Math.round(input.hours * 60) } : {};
    for (const personId of [...new Set(input.personIds)].sort()) {
      const id = newId(now);
      await ctx.prisma.volunteerAward.create({
        data: {
          ...{ id, actId, kind, name, day, ...taught },
          ...{ personId, organisationId, recordedBy, recordedAt: now },
        },
      });
      await appendEvent(ctx, volunteeringEvents, {
        ...{ type: 'award.recorded', subjectKind: 'award', subjectId: id },
        publicData: { title: name, organisation: organisationName },
        privateData: { volunteerId: personId, organisationId },
      });
    }
    return actId;
  });
}

/** Takes back what was recorded wrongly, with a reason that the volunteer reads. */
export async function withdrawAward(ctx: Context, awardId: string, reason: string): Promise<void> {
  const withdrawnBy = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const award = await ctx.prisma.volunteerAward.findUnique({ where: { id: awardId } });
    if (!award) throw new DomainError('not-found');
    ensure(mayOrganise(ctx.actor, award.organisationId));
    const withdrawn = await ctx.prisma.volunteerAward.updateMany({
      where: { id: awardId, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock.now(), withdrawnBy, withdrawnReason: reason },
    });
    if (withdrawn.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await forgetDone(ctx, award.actId);
    const { personId: volunteerId, organisationId } = award;
    await appendEvent(ctx, volunteeringEvents, {
      ...{ type: 'award.withdrawn', subjectKind: 'award', subjectId: awardId },
      publicData: { title: award.name, reason },
      privateData: { volunteerId, organisationId },
    });
  });
}
