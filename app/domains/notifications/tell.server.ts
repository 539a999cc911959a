import type { ReadContext, TransactionContext } from '../context';
import { keyOfSubject } from '../ledger/index.server';
import { gatherSeconds, joinBundle } from './bundle.server';
import { answersTo, notificationText, pathOfWithheld, unsubscribePath } from './notification-text';
import { queuePushes } from './push/queue-push.server';
import { shownNotice, subjectsIn } from './shown-notice';
import { definitionOf, termOf } from './term-of';
import { heldBackUntil } from './ways/ways.server';
import type { Way } from './ways/ways.server';
import { subjectOfType } from './subject-of-type';
import { textIn } from '~/i18n/catalogue';
import { isLocale } from '~/i18n/locale';
import type { Locale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import { newId } from '~/platform/ids';
import { queueMail } from '~/platform/mail/queue-mail.server';

type Told = Awaited<ReturnType<ReadContext['subjects']['persons']['reachable']>>[number] & { way: Way };

export interface EventRow {
  privateData: string | null;
  id: string;
  type: string;
  subjectKind: string;
  subjectId: string;
  publicData: string;
  at: Date;
}

export interface Telling {
  event: EventRow;
  /** The portal's: times are said by it. */
  timeZone: string;
  /** Who is named in it: told at once, and whatever they have muted. */
  byName: ReadonlySet<string>;
  /** Who may read the thing: the others are told by right, without its title. */
  readers: ReadonlySet<string>;
}

/** The event as the person may be told of it. */
function noticeFor({ event, readers, timeZone }: Telling, { id, locale }: Told & { locale: Locale }) {
  const { type, subjectKind, subjectId } = event;
  const data = JSON.parse(event.publicData) as Record<string, unknown>;
  const notice = { type, subjectKind, subjectId, data };
  const known = new Map(subjectsIn(notice).map((key) => [keyOfSubject(key), { title: null }]));
  const shown = shownNotice(locale, notice, readers.has(id) ? known : new Map());
  const words = notificationText({ locale, timeZone }, shown);
  return { ...words, path: shown.withheld ? pathOfWithheld(notice) : words.path };
}

/** Who acts on it within so long after the quiet hours still can: what ends sooner is not held back. */
const marginMilliseconds = 3600_000;

/** Until when the person's quiet hours hold the event back; null where they do not. */
function heldBack(ctx: ReadContext, { event }: Telling, { way }: Told): Date | null {
  if (definitionOf(ctx, event.type)?.aboutAccess) return null;
  const until = heldBackUntil(ctx, way, ctx.clock.now());
  const term = termOf(ctx, event);
  return until !== null && term !== null && term.getTime() <= until.getTime() + marginMilliseconds
    ? null
    : until;
}

/** Writes the notice; false where it is there, as where the same job is tried again. */
async function writeNotice(
  ctx: TransactionContext,
  { event }: Telling,
  { id: personId, way, atOnce }: Told & { atOnce: boolean },
): Promise<boolean> {
  const now = ctx.clock.now();
  const { subjectKind, subjectId } = event;
  const created = await ctx.sql.run(
    `INSERT INTO "Notification" ("id", "personId", "eventId", "type", "data", "createdAt", "mailedAt", "mailWay", "toPush", "pushedAt")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("personId", "eventId") DO NOTHING`,
    [
      ...[newId(now), personId, event.id, event.type],
      ...[JSON.stringify({ ...JSON.parse(event.publicData), subjectKind, subjectId }), now],
      ...[
        atOnce && way.mail === 'immediate' ? now : null,
        way.mail,
        way.push,
        atOnce && way.push ? now : null,
      ],
    ],
  );
  return created > 0;
}

/**
 * Tells one person: in the inbox in any case, by mail and on devices as the person wants it. Who is named hears at once,
 * others together with what else comes; in quiet hours both wait for their end.
 */
export async function tell(ctx: TransactionContext, telling: Telling, person: Told): Promise<void> {
  const { event } = telling;
  const { way } = person;
  const isNamed = telling.byName.has(person.id);
  const until = heldBack(ctx, telling, person);
  const atOnce = isNamed && until === null;
  if (!(await writeNotice(ctx, telling, { ...person, atOnce }))) return;
  if (way.mail !== 'immediate' && !way.push) return;
  if (atOnce) return tellAtOnce(ctx, telling, person);
  const now = ctx.clock.now();
  const along = !isNamed && (await goesAlong(ctx, person.id, event));
  await ctx.prisma.notification.update({
    where: { personId_eventId: { personId: person.id, eventId: event.id } },
    data: along === 'told' ? told(now) : { bundleAt: along ? now : await joinBundle(ctx, person.id, way) },
  });
}

const told = (now: Date) => ({ mailedAt: now, pushedAt: now });

/** Whether nothing begins with it; `told` where it is of one act with something that was told by name just now. */
async function goesAlong(ctx: TransactionContext, personId: string, event: EventRow) {
  const along = definitionOf(ctx, event.type)?.along;
  if (along !== 'with-named') return along === 'always';
  const since = new Date(ctx.clock.now().getTime() - gatherSeconds * 1000);
  const recent = await ctx.prisma.notification.findMany({
    where: {
      personId,
      createdAt: { gte: since },
      OR: [{ mailedAt: { gte: since } }, { pushedAt: { gte: since } }],
    },
    take: mostSteps,
    select: { data: true },
  });
  return recent.some(({ data }) => isAbout(event, data)) && 'told';
}

function isAbout({ subjectKind, subjectId }: EventRow, data: string): boolean {
  const of = JSON.parse(data) as Record<string, unknown>;
  return of.subjectKind === subjectKind && of.subjectId === subjectId;
}

async function tellAtOnce(ctx: TransactionContext, telling: Telling, person: Told): Promise<void> {
  const { id: eventId, subjectKind, subjectId } = telling.event;
  if (person.way.mail === 'immediate') await mailAtOnce(ctx, telling, person);
  if (person.way.push)
    await queuePushes(ctx, {
      ...{ personId: person.id, byName: true },
      events: [{ eventId, subjectKind, subjectId }],
    });
  await dropStepsBefore(ctx, person.id, telling.event);
}

/** So many steps of one thing are looked through that wait to go along. */
const mostSteps = 100;

/** The types of the same subject that go along with others. */
function stepsBeside(ctx: ReadContext, type: string): string[] {
  const { events = {} } = subjectOfType(ctx, type) ?? {};
  return Object.entries(events).flatMap(([name, { along }]) => (along ? [name] : []));
}

/** Whether events of the type, or of others of its subject, go along: how one is told hangs on what was told before. */
export const goesWithOthers = (ctx: ReadContext, type: string): boolean => stepsBeside(ctx, type).length > 0;

/** The steps on the way to what is told now are no news any more: they stay in the inbox, and go along with nothing. */
async function dropStepsBefore(ctx: TransactionContext, personId: string, event: EventRow): Promise<void> {
  const types = stepsBeside(ctx, event.type);
  if (types.length === 0) return;
  const waiting = await ctx.prisma.notification.findMany({
    where: { personId, mailedAt: null, readAt: null, type: { in: types }, bundleAt: { not: null } },
    orderBy: { createdAt: 'desc' },
    take: mostSteps,
    select: { id: true, data: true },
  });
  const before = waiting.filter(({ data }) => isAbout(event, data));
  if (before.length === 0) return;
  await ctx.prisma.notification.updateMany({
    where: { id: { in: before.map(({ id }) => id) } },
    data: told(ctx.clock.now()),
  });
}

async function mailAtOnce(ctx: TransactionContext, telling: Telling, person: Told): Promise<void> {
  const { event } = telling;
  const now = ctx.clock.now();
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const notice = noticeFor(telling, { ...person, locale });
  const t = textIn(locale, mails);
  const unsubscribeUrl =
    ctx.configuration.publicUrl + unsubscribePath(ctx.configuration.sessionSecret, person.id);
  await queueMail(ctx, ctx, {
    recipient: person.email,
    personId: person.id,
    unsubscribeUrl,
    at: now,
    eventId: event.id,
    locale,
    subject: notice.text,
    paragraphs: [t('greeting', { name: person.displayName }), notice.text, ...notice.details],
    action: actionsOf(ctx, { event, locale, path: notice.path }),
    footer: [t('why-you-get-this'), t('unsubscribe', { url: unsubscribeUrl })],
  });
}

/** The buttons of a mail: the two answers where it asks a question, else one that leads to its page. */
function actionsOf(
  { configuration: { publicUrl } }: Pick<ReadContext, 'configuration'>,
  { event, locale, path }: { event: EventRow; locale: Locale; path: string },
) {
  const t = textIn(locale, mails);
  const answers = answersTo(event);
  if (!answers) return [{ label: t('see-it'), url: publicUrl + path }];
  return [
    { label: t('solved-yes'), url: publicUrl + answers.yes },
    { label: t('solved-no'), url: publicUrl + answers.no },
  ];
}
