import { z } from 'zod';
import type { SubjectServer } from '../define-subject.server';
import { publishUncontested } from './minutes/approve-minutes.server';
import { waitingDecisions } from './minutes/waiting-decisions.query.server';
import { settleFinished } from './minutes/settle-finished.server';
import { forgetOldAddresses } from './seats/forget-addresses.server';
import { followMerged } from './follow-merged.server';
import { heldInMeetings } from './held.server';
import { meetingsAbout } from './meetings-about.query.server';
import { mayReadMeeting } from './policy';
import { meetings } from './subject';
import { takeInvitedSeats } from './seats/take-seats.server';
import { waitingSeats } from './seats/waiting-seats.query.server';
import { readableMeetings } from './visibility';
import { publishedMeetings } from './published-meetings.query.server';

const subjectIn = z.object({ subjectId: z.string() });

export const meetingsServer: SubjectServer = {
  subject: meetings,
  access: {
    meeting: {
      table: 'Meeting',
      listed: ({ database, actor }, ids) =>
        database.read.meeting.findMany({
          where: { AND: readableMeetings(actor), id: { in: ids } },
          select: { id: true, title: true },
        }),
      ruled: async ({ database, actor }, ids) => {
        const where = { id: { in: ids } };
        const rows = await database.read.meeting.findMany({ where, include: { seats: true } });
        return rows.filter((row) => mayReadMeeting(actor, row).allowed);
      },
    },
  },
  line: [{ kind: 'meeting', step: 'deliberation', of: meetingsAbout }],
  held: heldInMeetings,
  waits: async (ctx) => (await Promise.all([waitingSeats(ctx), waitingDecisions(ctx)])).flat(),
  jobs: (ctx) => ({
    'meetings.take-seats': (payload) => takeInvitedSeats(ctx, subjectIn.parse(payload).subjectId),
    'meetings.organisation-changed': (payload) => followMerged(ctx, subjectIn.parse(payload).subjectId),
  }),
  recurring: (ctx) => ({
    'meetings.due': { everySeconds: 60, isIrreversible: true, run: () => publishUncontested(ctx) },
    'meetings.finished': { everySeconds: 300, isIrreversible: true, run: () => settleFinished(ctx) },
    'meetings.addresses': { everySeconds: 86_400, isIrreversible: true, run: () => forgetOldAddresses(ctx) },
  }),
  published: [publishedMeetings],
};
