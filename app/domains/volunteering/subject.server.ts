import { z } from 'zod';
import { openToAll } from '../define-subject.server';
import type { ReadContext } from '../context';
import type { KindAccess, SubjectServer } from '../define-subject.server';
import { activitiesOfOrganisation } from './activities/activities-of-organisation.query.server';
import { forgetGuests } from './attendance/add-at-roster.server';
import { remindVolunteers } from './desk/remind.server';
import { followMerged } from './follow-merged.server';
import { heldInVolunteering } from './held.server';
import { lapseOffers } from './places/answer-offer.server';
import { waitingHours, waitingObjections, waitingPlaces } from './places/waiting-places.query.server';
import { recordFacts } from './attendance/record-facts';
import { mayReadAward, mayReadCertificate, mayReadOpportunity, mayReadRecord } from './policy';
import { lapseRewards } from './rewards/take-reward.server';
import { volunteering } from './subject';
import { readableAwards, readableCertificates, readableOpportunities } from './visibility';
import { opportunitiesOfProposal } from './volunteering.query.server';
import { publishedActivities, publishedShifts } from './published-activities.query.server';

const changed = z.object({ subjectId: z.string() });

/** What was recorded of somebody: without a title, since it would name who served where. */
const recordAccess: KindAccess = {
  listed: async (ctx, ids) => (await readableRecords(ctx, ids)).map(({ id }) => ({ id, title: null })),
  ruled: readableRecords,
};

async function readableRecords(ctx: ReadContext, ids: string[]) {
  const rows = await ctx.database.read.signUp.findMany({
    where: { id: { in: ids } },
    include: { shift: { select: { opportunity: { select: { organisationId: true, areaId: true } } } } },
  });
  return rows.filter((row) => mayReadRecord(ctx.actor, recordFacts(row)).allowed);
}

export const volunteeringServer: SubjectServer = {
  subject: volunteering,
  access: {
    opportunity: {
      table: 'Opportunity',
      listed: ({ database, actor }, ids) =>
        database.read.opportunity.findMany({
          where: { AND: readableOpportunities(actor), id: { in: ids } },
          select: { id: true, title: true },
        }),
      ruled: async ({ database, actor }, ids) => {
        const select = { id: true, state: true, organisationId: true } as const;
        const rows = await database.read.opportunity.findMany({ where: { id: { in: ids } }, select });
        return rows.filter((row) => mayReadOpportunity(actor, row).allowed);
      },
    },
    award: {
      table: 'VolunteerAward',
      listed: ({ database, actor }, ids) =>
        database.read.volunteerAward
          .findMany({
            where: { AND: readableAwards(actor), id: { in: ids } },
            select: { id: true, name: true },
          })
          .then((rows) => rows.map(({ id, name }) => ({ id, title: name }))),
      ruled: async ({ database, actor }, ids) => {
        const select = { id: true, personId: true, organisationId: true } as const;
        const rows = await database.read.volunteerAward.findMany({ where: { id: { in: ids } }, select });
        return rows.filter((row) => mayReadAward(actor, row).allowed);
      },
    },
    'sign-up': recordAccess,
    reward: openToAll('Reward', ({ database }, ids) =>
      database.read.reward.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } }),
    ),
    certificate: {
      table: 'VolunteerCertificate',
      listed: async ({ database, actor }, ids) => {
        const where = { AND: readableCertificates(actor), id: { in: ids } };
        const rows = await database.read.volunteerCertificate.findMany({ where, select: { id: true } });
        return rows.map(({ id }) => ({ id, title: null }));
      },
      ruled: async ({ database, actor }, ids) => {
        const select = { id: true, personId: true } as const;
        const rows = await database.read.volunteerCertificate.findMany({
          where: { id: { in: ids } },
          select,
        });
        return rows.filter((row) => mayReadCertificate(actor, row).allowed);
      },
    },
  },
  doneBy: { opportunity: activitiesOfOrganisation },
  line: [
    {
      kind: 'opportunity',
      step: 'commitment',
      of: async (ctx, { kind, id }) => (kind === 'proposal' ? opportunitiesOfProposal(ctx, id) : []),
    },
  ],
  held: heldInVolunteering,
  waits: async (ctx) =>
    (await Promise.all([waitingPlaces(ctx), waitingObjections(ctx), waitingHours(ctx)])).flat(),
  jobs: (ctx) => ({
    'volunteering.organisation-changed': (payload) => followMerged(ctx, changed.parse(payload).subjectId),
  }),
  recurring: (ctx) => ({
    'volunteering.offers': { everySeconds: 60, isIrreversible: true, run: () => lapseOffers(ctx) },
    'volunteering.rewards': { everySeconds: 60, isIrreversible: true, run: () => lapseRewards(ctx) },
    'volunteering.guests': { everySeconds: 86_400, isIrreversible: true, run: () => forgetGuests(ctx) },
    'volunteering.reminders': { everySeconds: 300, isIrreversible: true, run: () => remindVolunteers(ctx) },
  }),
  published: [publishedActivities, publishedShifts],
};
