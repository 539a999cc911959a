import type { Reads } from '../db/database.server';
import { dayIn } from '~/lib/time/days';
import { instantText } from '~/lib/time/local-time';

/** How many text messages were put in line on the day of the instant, and what became of them. */
export async function textsOfDay(database: Reads, timeZone: string, now: Date) {
  const day = dayIn(now, timeZone);
  const begins = new Date(instantText(`${day}T00:00:00`, timeZone));
  const [row, states] = await Promise.all([
    database.read.textMessageDay.findUnique({ where: { day } }),
    database.read.textMessage.groupBy({
      by: ['state'],
      where: { createdAt: { gte: begins } },
      _count: { _all: true },
    }),
  ]);
  const of = (state: string) => states.find((one) => one.state === state)?._count._all ?? 0;
  return {
    ...{ count: row?.count ?? 0, waiting: of('waiting'), accepted: of('accepted') },
    ...{ delivered: of('delivered'), failed: of('failed') + of('expired') },
  };
}
