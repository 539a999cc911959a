import { openToAll } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { remindVolunteers } from './desk/remind.server';
import { heldInVolunteering } from './held.server';
import { lapseOffers } from './places/answer-offer.server';
import { waitingObjections, waitingPlaces } from './places/waiting-places.query.server';
import { mayReadAward, mayReadCertificate, mayReadOpportunity } from './policy';
import { lapseRewards } from './rewards/take-reward.server';
import { volunteering } from './subject';
import { readableAwards, readableCertificates, readableOpportunities } from './visibility';
import { opportunitiesOfProposal } from './volunteering.query.server';
import { publishedActivities, publishedShifts } from './published-activities.query.server';

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
  line: [
    {
      kind: 'opportunity',
      step: 'commitment',
      of: async (ctx, { kind, id }) => (kind === 'proposal' ? opportunitiesOfProposal(ctx, id) : []),
    },
  ],
  held: heldInVolunteering,
  waits: async (ctx) => (await Promise.all([waitingPlaces(ctx), waitingObjections(ctx)])).flat(),
  recurring: (ctx) => ({
    'volunteering.offers': { everySeconds: 60, isIrreversible: true, run: () => lapseOffers(ctx) },
    'volunteering.rewards': { everySeconds: 60, isIrreversible: true, run: () => lapseRewards(ctx) },
    'volunteering.reminders': { everySeconds: 300, isIrreversible: true, run: () => remindVolunteers(ctx) },
  }),
  published: [publishedActivities, publishedShifts],
};
