import { gone, official, officials, treated } from '../held-on-persons';
import type { HeldOnPersons, HeldPerson } from '../held-on-persons';
import type { ReadContext, TransactionContext } from '../context';
import { emptyQueueItems } from '../moderation/index.server';
import { takeOutName, takeOutWords } from '../notifications/index.server';
import { openContent } from './certificates/certificate-content.server';
import { returnRewards } from './rewards/take-reward.server';
import { releaseSeats } from './places/sign-up.server';
import { daysWithContact, kept } from '../held-terms';

async function eraseVolunteer(ctx: TransactionContext, person: HeldPerson): Promise<void> {
  const { id: personId } = person;
  await releaseSeats(ctx, personId);
  await returnRewards(ctx, personId);
  await ctx.prisma.signUp.updateMany({
    where: { personId },
    data: {
      ...{ sealedAnswers: null, groupName: '', note: null },
      ...{ objection: null, objectionAnswer: null, objectedAt: null, appealAnswer: null },
      ...{ evaluation: null, stars: null, evaluatedAt: null },
    },
  });
  const places = await ctx.prisma.signUp.findMany({
    where: { personId, appealedAt: { not: null } },
    select: { id: true },
  });
  await emptyQueueItems(ctx, { subjectKind: 'sign-up', subjectIds: places.map(({ id }) => id) });
  // Why somebody left or was not there may be an illness: it goes, wherever organisers were told of it.
  for (const subjectKind of ['opportunity', 'certificate', 'award'])
    await takeOutWords(ctx, personId, {
      subjectKind,
      field: 'volunteerId',
      fields: ['reason', 'evaluation'],
    });
  // What the person wrote to those who served goes out of their notices, too.
  await takeOutWords(ctx, personId, { subjectKind: 'opportunity', field: 'thankedBy', fields: ['message'] });
  await ctx.prisma.opportunity.updateMany({ where: { contactId: personId }, data: { sealedContact: null } });
  for (const field of ['contactId', 'wasContactId'])
    await takeOutName(ctx, person, { subjectKind: 'opportunity', field });
}

/** The sealed words, opened for the person whom they are about. */
async function opened(ctx: ReadContext, { id: personId }: HeldPerson) {
  const { read } = ctx.database;
  const answered = await read.signUp.findMany({
    where: { personId, sealedAnswers: { not: null } },
    select: { id: true, sealedAnswers: true },
  });
  const certificates = await read.volunteerCertificate.findMany({ where: { personId } });
  return {
    signUpAnswers: answered.map(({ id, sealedAnswers }) => ({
      id,
      answers: sealedAnswers && (JSON.parse(ctx.keys.open(sealedAnswers)) as unknown),
    })),
    certificateContents: certificates.map(({ number, sealedContent }) => ({
      number,
      content: openContent(ctx, sealedContent),
    })),
  };
}

export const heldInVolunteering: HeldOnPersons = {
  models: {
    Opportunity: { contactId: official },
    Shift: { contactId: official },
    ShiftGuest: officials('addedBy'),
    ShiftMessage: officials('sentBy'),
    SignUp: {
      personId: treated(
        'places in shifts to come are freed and offered to those who wait; hours served stay in the sums, without any ' +
          'words that were written by the person or about the person',
      ),
      ...officials('confirmedBy', 'checkedInBy', 'objectionAnsweredBy', 'appealAnsweredBy', 'evaluatedBy'),
    },
    Reward: officials('createdBy'),
    RewardClaim: {
      personId: treated(
        'what is kept for the person is free again for others; what was handed over stays in the sums of the business',
      ),
      ...officials('settledBy'),
    },
    ShiftThanks: { personId: gone, ...officials('settledBy') },
    VolunteerAward: { personId: gone, ...officials('recordedBy', 'withdrawnBy') },
    VolunteerProfile: { personId: gone },
    VolunteerCalendar: { personId: gone },
    VolunteerCertificate: { personId: gone, ...officials('revokedBy') },
  },
  termsOfOthers: {
    'ShiftGuest.sealedName': kept.untilDone(`volunteering.guests, ${daysWithContact} days after the shift`),
  },
  terms: {
    RewardClaim: kept.matter,
    ShiftThanks: kept.matter,
    SignUp: kept.matter,
    VolunteerAward: kept.account,
    VolunteerCalendar: kept.account,
    VolunteerCertificate: kept.account,
    VolunteerProfile: kept.account,
  },
  secret: ['sealedAnswers', 'sealedContact', 'sealedContent', 'sealedCode', 'codeHash', 'tokenHash'],
  exportMore: opened,
  erase: eraseVolunteer,
};
