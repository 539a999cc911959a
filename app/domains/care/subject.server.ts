import { z } from 'zod';
import type { SubjectServer, Titled } from '../define-subject.server';
import { followClosedArea } from './follow-closed-area.server';
import { followMerged } from './follow-merged.server';
import { heldInCare } from './held.server';
import { liveStates } from './lifecycle';
import { needFactColumns, needFacts, taskFactColumns, taskFacts } from './load-need.server';
import { endNeedsOf, endOverdueNeeds } from './needs/end-need.server';
import { mayReadNeed, mayReadTask, mayReadVolunteer } from './policy';
import { ownCareMatters, waitingCare } from './reads/waiting-care.query.server';
import { care } from './subject';
import { missTasks } from './tasks/cancel-task.server';
import { consentedNeedsOf, readableNeeds, readableTasks, readableVolunteers } from './visibility';

const changed = z.object({ subjectId: z.string() });

/** No thing of the register has a title: whoever is told of one reads nothing of what it is about. */
const untitled = (rows: readonly { id: string }[]): Titled[] => rows.map(({ id }) => ({ id, title: null }));

export const careServer: SubjectServer = {
  subject: care,
  access: {
    'care-need': {
      table: 'CareNeed',
      listed: async ({ database, actor }, ids) => {
        const where = { AND: readableNeeds(actor), id: { in: ids } };
        return untitled(await database.read.careNeed.findMany({ where, select: { id: true } }));
      },
      ruled: async ({ database, actor }, ids) => {
        const where = { id: { in: ids } };
        const rows = await database.read.careNeed.findMany({ where, select: needFactColumns });
        return rows.filter((row) => mayReadNeed(actor, needFacts(row)).allowed);
      },
    },
    'care-task': {
      table: 'CareTask',
      listed: async ({ database, actor }, ids) => {
        const where = { AND: readableTasks(actor), id: { in: ids } };
        return untitled(await database.read.careTask.findMany({ where, select: { id: true } }));
      },
      ruled: async ({ database, actor }, ids) => {
        const where = { id: { in: ids } };
        const rows = await database.read.careTask.findMany({ where, select: taskFactColumns });
        return rows.filter((row) => mayReadTask(actor, taskFacts(row)).allowed);
      },
    },
    'care-volunteer': {
      table: 'CareVolunteer',
      listed: async ({ database, actor }, ids) => {
        const where = { AND: readableVolunteers(actor), id: { in: ids } };
        return untitled(await database.read.careVolunteer.findMany({ where, select: { id: true } }));
      },
      ruled: async ({ database, actor }, ids) => {
        const rows = await database.read.careVolunteer.findMany({ where: { id: { in: ids } } });
        return rows.filter((row) => mayReadVolunteer(actor, row).allowed);
      },
    },
  },
  held: heldInCare,
  consents: {
    care: {
      isOn: async ({ database }, personId) => {
        const where = { AND: consentedNeedsOf(personId), state: { in: [...liveStates] } };
        return (await database.read.careNeed.count({ where })) > 0;
      },
      end: endNeedsOf,
    },
  },
  areaClosed: followClosedArea,
  waits: waitingCare,
  own: ownCareMatters,
  jobs: (ctx) => ({
    'care.organisation-changed': (payload) => followMerged(ctx, changed.parse(payload).subjectId),
  }),
  recurring: (ctx) => ({
    'care.missed': { everySeconds: 300, isIrreversible: true, run: () => missTasks(ctx) },
    'care.ended': { everySeconds: 3600, isIrreversible: true, run: () => endOverdueNeeds(ctx) },
  }),
};
