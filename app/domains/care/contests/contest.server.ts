import type { Context } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { careContestLifecycle } from '../lifecycle';
import { concernedBy, holdNeed, tellOfOffice, tellWithoutName } from '../load-need.server';
import { mayAnswerContest, mayContest } from '../policy';
import { daysForAnswer, daysRaised, later } from '../rules/lasting';
import type { AnswerContestInput } from '../schema';
import { sealWords } from '../sealed.server';
import { transitionFrom } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';

/** Those concerned say against their place in the order; the next office has some days for its answer. */
export async function contestOrder(ctx: Context, needId: string, words: string): Promise<string> {
  return doOnce(ctx, `care.contest ${needId}`, async (ctx) => {
    const need = await holdNeed(ctx, needId);
    const waiting = (await ctx.prisma.careContest.count({ where: { openKey: needId } })) > 0;
    ensure(mayContest(ctx.actor, { ...need, waiting }));
    const createdAt = ctx.clock.now();
    const id = newId(createdAt);
    await ctx.prisma.careContest.create({
      data: {
        ...{ id, needId, contestedBy: personOf(ctx), openKey: needId },
        ...{ state: careContestLifecycle.initial, sealedWords: sealWords(ctx, words) },
        ...{ createdAt, dueAt: later(createdAt, daysForAnswer) },
      },
    });
    const told = { kind: 'care-need', id: needId, areaId: need.areaId } as const;
    await tellWithoutName(ctx, { ...told, type: 'care-need.contested' });
    return id;
  });
}

/** The next office answers; where it grants, the entry stands before others for some days, and the reason says so. */
export async function answerContest(
  ctx: Context,
  needId: string,
  { contestId: id, verdict, answer }: AnswerContestInput,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const need = await holdNeed(ctx, needId);
    ensure(mayAnswerContest(ctx.actor, need));
    const { state } = await ctx.prisma.careContest.findFirstOrThrow({ where: { id, needId } });
    const step = transitionFrom(careContestLifecycle, state, verdict === 'grant' ? 'grant' : 'refuse');
    if (!step) throw new DomainError('conflict', { reason: 'care.changed-meanwhile' });
    const now = ctx.clock.now();
    const answered = { answeredBy: personOf(ctx), answeredAt: now, sealedAnswer: sealWords(ctx, answer) };
    await ctx.prisma.careContest.updateMany({
      where: { id, state },
      data: { ...answered, state: step.to, openKey: null },
    });
    if (verdict === 'grant')
      await ctx.prisma.careNeed.update({
        where: { id: needId },
        data: { raisedUntil: later(now, daysRaised) },
      });
    const told = { kind: 'care-need', id: needId, areaId: need.areaId } as const;
    await tellOfOffice(ctx, { ...told, type: 'care-need.contest-answered', to: concernedBy(need) });
  });
}
