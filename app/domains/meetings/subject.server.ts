import type { SubjectServer } from '../define-subject.server';
import { heldInMeetings } from './held.server';
import { mayReadMeeting } from './policy';
import { meetings } from './subject';
import { readableMeetings } from './visibility';

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
        const rows = await database.read.meeting.findMany({ where: { id: { in: ids } } });
        return rows.filter((row) => mayReadMeeting(actor, row).allowed);
      },
    },
  },
  held: heldInMeetings,
};
