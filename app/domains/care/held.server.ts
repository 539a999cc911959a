import type { ReadContext, TransactionContext } from '../context';
import { gone, official, treated } from '../held-on-persons';
import type { HeldOnPersons, Holding } from '../held-on-persons';
import { kept } from '../held-terms';
import { endNeedsOf } from './needs/end-need.server';
import { openNeed, openWords } from './sealed.server';
import { stateFor } from './state-for';
import { needsOf } from './visibility';
import { freeTasksOf } from './volunteers/offer-help.server';

/** Given out in words by `careStated`: the rows would say of somebody else whether they have an account. */
const under = { exported: { under: 'careStated' } } as const;
const stated: Holding = {
  ...under,
  erasing: {
    treated: 'what was stated for somebody without an account goes; an entry of somebody else stays theirs',
  },
};
const doer = treated('what was to be done is given back to the staff; what was done stays without the name');
const looked: Holding = {
  exported: 'a look at what is held on somebody else',
  erasing: { stays: 'that somebody has looked stays on record for those concerned, without a name' },
};

/**
 * Ends the entries of which the person is one of those concerned, and takes the person from what stays: an entry of
 * somebody else with an account, ended as nobody answers for it any more.
 */
async function leave(ctx: TransactionContext, personId: string): Promise<void> {
  await endNeedsOf(ctx, personId);
  await freeTasksOf(ctx, { personId });
  await ctx.prisma.careTask.updateMany({
    where: { doneBy: personId },
    data: { doneBy: null, organisationId: null },
  });
  await ctx.prisma.careContest.updateMany({
    where: { contestedBy: personId },
    data: { contestedBy: null },
  });
  await ctx.prisma.careNeed.deleteMany({ where: { statedBy: personId, personId: null } });
  await ctx.prisma.careNeed.updateMany({ where: { statedBy: personId }, data: { statedBy: null } });
}

/** What is said in the person's entries, and what was recorded of them. */
async function statedBy(ctx: ReadContext, personId: string) {
  const rows = await ctx.database.read.careNeed.findMany({
    where: needsOf(personId),
    take: 200,
    select: {
      ...{ id: true, areaId: true, state: true, personId: true, createdAt: true, rhythmDays: true },
      sealedWords: true,
      sealedReason: true,
      tasks: { take: 500, orderBy: { startsAt: 'asc' } },
      contests: { take: 100, orderBy: { createdAt: 'asc' } },
    },
  });
  return rows.map(
    ({ id, areaId, createdAt, rhythmDays, sealedWords, sealedReason, tasks, contests, ...need }) => ({
      ...{ id, areaId, createdAt, rhythmDays, state: stateFor(personId, need) },
      ...{ stated: openNeed(ctx, sealedWords), reason: openWords(ctx, sealedReason) },
      contests: contests.map(({ createdAt, state, answeredAt, sealedWords, sealedAnswer }) => ({
        ...{ createdAt, state, words: openWords(ctx, sealedWords) },
        ...{ answeredAt, answer: openWords(ctx, sealedAnswer) },
      })),
      tasks: tasks.map(
        ({ kind, startsAt, state, sealedTask, sealedRecord, sealedObjection, sealedAnswer }) => ({
          ...{
            kind,
            startsAt,
            state,
            task: openWords(ctx, sealedTask),
            record: openWords(ctx, sealedRecord),
          },
          ...{ objection: openWords(ctx, sealedObjection), answer: openWords(ctx, sealedAnswer) },
        }),
      ),
    }),
  );
}

export const heldInCare: HeldOnPersons = {
  models: {
    CareNeed: { personId: { ...gone, ...under }, statedBy: stated, decidedBy: official },
    CareTask: { doneBy: doer, plannedBy: official, answeredBy: official, seenToBy: official },
    CareLook: { lookedBy: looked },
    CareContest: { contestedBy: treated('the words go with the entry'), answeredBy: official },
    CareVolunteer: { personId: gone, vettedBy: official },
  },
  terms: {
    CareContest: kept.matter,
    CareLook: kept.matter,
    // Its words go at once; what is left for questions is that there was one.
    CareNeed: kept.days(90, 'endedAt'),
    CareTask: kept.matter,
    CareVolunteer: kept.account,
  },
  secret: [
    ...['sealedWords', 'sealedReason', 'sealedTask', 'sealedRecord', 'sealedObjection', 'sealedAnswer'],
    'openKey',
  ],
  exportMore: async (ctx, person) => ({ careStated: await statedBy(ctx, person.id) }),
  erase: (ctx, person) => leave(ctx, person.id),
};
