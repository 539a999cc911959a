import type { ReadContext } from '../../context';
import { groupOfTopic } from './groups';
import { mailWays } from './mail-ways';
import type { MailWay } from './mail-ways';
import { quietEnd, usualQuiet } from './quiet-hours';
import type { QuietHours } from './quiet-hours';
import { subjectOfType } from '../subject-of-type';

/** How one person is told of one group of topics. */
export interface Way {
  mail: MailWay;
  push: boolean;
  /** Null where the person may be disturbed at any time. */
  quiet: QuietHours | null;
}

interface Wanting {
  id: string;
  mailFrequency: string;
  emailConfirmedAt: Date | null;
}

/** No mail goes to who wants none at all, or whose address nobody has confirmed. */
function mailOf({ mailFrequency, emailConfirmedAt }: Wanting, own: string | undefined): Way['mail'] {
  if (emailConfirmedAt === null || mailFrequency === 'none') return 'none';
  const wanted = own === undefined || own === '' ? mailFrequency : own;
  return mailWays.find((way) => way === wanted) ?? 'none';
}

/** How these persons, few, want to be told of events of the type. */
export async function waysOf(
  ctx: ReadContext,
  type: string,
  people: readonly Wanting[],
): Promise<ReadonlyMap<string, Way>> {
  const { read } = ctx.database;
  const personId = { in: people.map(({ id }) => id) };
  const noticeGroup = groupOfTopic(subjectOfType(ctx, type)?.name);
  const [chosen, settings, devices] = await Promise.all([
    read.noticeWay.findMany({ where: { personId, noticeGroup } }),
    read.noticeSetting.findMany({ where: { personId } }),
    read.pushDevice.findMany({ where: { personId }, select: { personId: true }, distinct: ['personId'] }),
  ]);
  const of = <Row extends { personId: string }>(rows: readonly Row[], id: string) =>
    rows.find((row) => row.personId === id);
  return new Map(
    people.map((person) => {
      const own = of(chosen, person.id);
      const setting = of(settings, person.id);
      const quiet = setting ? { from: setting.quietStart, to: setting.quietEnd } : usualQuiet;
      const push = of(devices, person.id) !== undefined && (own?.push ?? true);
      const way = { mail: mailOf(person, own?.mail), push, quiet: setting?.quiet === false ? null : quiet };
      return [person.id, way] as const;
    }),
  );
}

/** When the quiet hours of the way end that hold back what is told at the time; null where none do. */
export const heldBackUntil = (ctx: ReadContext, { quiet }: Pick<Way, 'quiet'>, at: Date): Date | null =>
  quiet && quietEnd(at, quiet, ctx.configuration.timeZone);

/** Whether the person wants mails of this kind for all topics, or for some. */
export async function wants(
  ctx: ReadContext,
  person: { id: string; mailFrequency: string },
  mail: 'immediate' | 'daily',
): Promise<boolean> {
  if (person.mailFrequency === 'none') return false;
  if (person.mailFrequency === mail) return true;
  return (await ctx.database.read.noticeWay.count({ where: { personId: person.id, mail } })) > 0;
}
