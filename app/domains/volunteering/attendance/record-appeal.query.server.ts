import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { queueItemAbout } from '../../moderation/index.server';
import { placeOf, workOf } from '../load-shift.server';
import { appealRecordWithinDays, mayAppealRecord, mayDecideRecordAppeal, mayReadRecord } from '../policy';
import { mostMinutes, proposedMinutes } from '../rules/hours';
import { recordFacts } from './record-facts';

/** What was recorded of one person in one shift, what was objected and answered, and the appeal. */
export async function recordAppealPage(ctx: ReadContext, signUpId: string) {
  const row = await ctx.database.read.signUp.findUnique({
    where: { id: signUpId },
    include: { shift: { include: { opportunity: true } } },
  });
  if (!row) throw new DomainError('not-found');
  const facts = recordFacts(row);
  ensure(mayReadRecord(ctx.actor, facts));
  const now = ctx.clock.now();
  const { shift } = row;
  const names = await displayNames(ctx, [row.personId]);
  return {
    ...{ id: row.id, name: names[row.personId] ?? '', state: row.state, minutes: row.minutes },
    title: shift.opportunity.title,
    opportunityId: shift.opportunity.id,
    shift: { startsAt: shift.startsAt, endsAt: shift.endsAt, place: placeOf(shift) },
    ...{ work: workOf(shift, row.role), checkedInAt: row.checkedInAt, checkedOutAt: row.checkedOutAt },
    ...{ note: row.note, objection: row.objection, answer: row.objectionAnswer },
    proposed: proposedMinutes(shift, row, mostMinutes(shift, now)),
    appeal: row.appealedAt && {
      at: row.appealedAt,
      words: (await queueItemAbout(ctx, { kind: 'record-appeal', subjectKind: 'sign-up', subjectId: row.id }))
        .detail,
      answer: row.appealAnswer,
      answeredAt: row.appealAnsweredAt,
    },
    until: facts.refusedAt && new Date(facts.refusedAt.getTime() + appealRecordWithinDays * 24 * 3600_000),
    mayAppeal: mayAppealRecord(ctx.actor, facts, now).allowed,
    decide: mayDecideRecordAppeal(ctx.actor, facts),
  };
}
