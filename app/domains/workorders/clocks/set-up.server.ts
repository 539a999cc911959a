import type { ReadContext } from '../../context';
import type { SetUpStep } from '../../known-subjects';
import { holidayYears } from './deadline-settings.server';
import { paths } from '~/paths';
import { yearIn } from '~/lib/time/days';
import { withinAny } from '~/platform/db/lists/area-scope';

/** What deadlines are counted by, before the first order: the days off of this year, and whom escalation tells. */
export const clockSteps: readonly SetUpStep<ReadContext>[] = [
  {
    name: 'calendar',
    at: paths.deadlineSettings,
    wholePortal: true,
    count: async (ctx) => {
      const year = yearIn(ctx.clock.now(), ctx.configuration.timeZone);
      return (await holidayYears(ctx)).filter((known) => known.year === year).length;
    },
  },
  {
    name: 'superiors',
    at: paths.deadlineSettings,
    count: ({ database }, areaIds) => database.read.superior.count({ where: { OR: withinAny(areaIds) } }),
  },
];
