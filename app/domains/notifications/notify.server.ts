import { z } from 'zod';
import type { Context, ReadContext, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import type { Audience } from '../ledger/define-events';
import { keyOfSubject } from '../ledger/index.server';
import { joinBundle } from './bundle.server';
import { mutedBy } from './mute.server';
import { answersTo, isOwed, notificationText, pathOfWithheld, unsubscribePath } from './notification-text';
import { shownNotice, subjectOf, subjectsIn } from './shown-notice';
import { textIn } from '~/i18n/catalogue';
import { isLocale } from '~/i18n/locale';
import type { Locale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import { trailOf } from '~/lib/geo/division-code';
import { newId } from '~/platform/ids';
import { queueMail } from '~/platform/mail/queue-mail.server';

const payloadSchema = z.object({ eventId: z.string(), audience: z.array(z.custom<Audience>()) });

type Told = Awaited<ReturnType<ReadContext['subjects']['persons']['reachable']>>[number];

/**
 * Those who hold the role nearest to the area, upward: a whole city's matters are not each told to its administration,
 * too, where somebody further down has them. Whoever acted does not count, nor who cannot sign in.
 */
async function nearestWithRole(
  ctx: Context,
  { role, areaId, but }: { role: string; areaId: string; but?: string | undefined },
  actorId: string | null,
): Promise<string[]> {
  const holders = await ctx.subjects.persons.holders(ctx, { role, areaIds: trailOf(areaId) });
  const others = holders.filter(({ personId }) => personId !== actorId && personId !== but);
  const nearest = Math.max(...others.map((one) => one.areaId.length));
  return others.filter((one) => one.areaId.length === nearest).map(({ personId }) => personId);
}

/** The persons whom an audience means. */
async function personsOf(ctx: Context, audience: Audience, actorId: string | null): Promise<string[]> {
  const { read } = ctx.database;
  const ids = (rows: { personId: string }[]) => rows.map((row) => row.personId);
  const found = async (name: string, id: string) => (await ctx.subjects.audiences.get(name)?.(ctx, id)) ?? [];
  switch (audience.kind) {
    case 'person':
      return [audience.personId];
    case 'organisation':
      return found('organisation', audience.organisationId);
    case 'followers':
      return ids(
        await read.follow.findMany({
          where: { subjectKind: audience.subjectKind, subjectId: audience.subjectId },
          select: { personId: true },
        }),
      );
    case 'electors':
      return found('electors', audience.ballotId);
    case 'persons':
      return audience.personIds;
    case 'role': {
      const nearest = await nearestWithRole(ctx, audience, actorId);
      if (nearest.length > 0 || !audience.otherwise) return nearest;
      return nearestWithRole(ctx, { ...audience, role: audience.otherwise }, actorId);
    }
    case 'nobody':
      return [];
  }
}

/** Told in one transaction: a whole city is an audience too, and others write meanwhile. */
const toldAtOnce = 10;

interface EventRow {
  privateData: string | null;
  id: string;
  type: string;
  subjectKind: string;
  subjectId: string;
  publicData: string;
  at: Date;
}

interface Telling {
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

async function tell(ctx: TransactionContext, telling: Telling, person: Told): Promise<void> {
  const { event } = telling;
  const now = ctx.clock.now();
  const wantsMail = person.mailFrequency === 'immediate' && person.emailConfirmedAt !== null;
  const isMailed = wantsMail && telling.byName.has(person.id);
  const created = await ctx.sql.run(
    `INSERT INTO "Notification" ("id", "personId", "eventId", "type", "data", "createdAt", "mailedAt") VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT ("personId", "eventId") DO NOTHING`,
    [
      newId(now),
      person.id,
      event.id,
      event.type,
      JSON.stringify({
        ...JSON.parse(event.publicData),
        subjectKind: event.subjectKind,
        subjectId: event.subjectId,
      }),
      now,
      isMailed ? now : null,
    ],
  );
  // Told before, by the same job tried again: it has its mail, or its place in one.
  if (created === 0 || !wantsMail) return;
  if (isMailed) return mailAtOnce(ctx, telling, person);
  await ctx.prisma.notification.update({
    where: { personId_eventId: { personId: person.id, eventId: event.id } },
    data: { bundleAt: await joinBundle(ctx, person.id) },
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
  { configuration: { publicUrl } }: Pick<Context, 'configuration'>,
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

/** Who follows something or holds an office hears of much; whoever is named hears of what is theirs. */
const isByName = ({ kind }: Audience) => kind !== 'followers' && kind !== 'role';

const privateSchema = z.object({ toldOtherwise: z.array(z.string()) });

/** Whom another event of the same act tells. */
function toldOtherwise(privateData: string | null): string[] {
  const parsed = privateSchema.safeParse(JSON.parse(privateData ?? '{}'));
  return parsed.success ? parsed.data.toldOtherwise : [];
}

/**
 * The handler of jobs of kind `notify`: tells each person of the audience once, never the one who acted. Whether they may
 * read what it is about is asked now, for each: whoever followed it once, or was named, may not any longer.
 */
export async function notify(ctx: Context, payload: unknown): Promise<void> {
  const { eventId, audience } = payloadSchema.parse(payload);
  const event = await ctx.database.read.event.findUnique({ where: { id: eventId } });
  if (!event) return;
  const ids = new Set<string>();
  const byName = new Set<string>();
  for (const member of audience)
    for (const id of await personsOf(ctx, member, event.actorPersonId)) {
      ids.add(id);
      if (isByName(member)) byName.add(id);
    }
  for (const id of await mutedBy(ctx, event.type, [...ids])) if (!byName.has(id)) ids.delete(id);
  if (event.actorPersonId) ids.delete(event.actorPersonId);
  for (const id of toldOtherwise(event.privateData)) ids.delete(id);
  const readers = await ctx.subjects.access.readersAmong(ctx, subjectOf(event), [...ids]);
  const { timeZone } = ctx.configuration;
  const told = [...ids].filter((id) => readers.has(id) || isOwed(event.type));
  for (let start = 0; start < told.length; start += toldAtOnce) {
    if (start > 0) await ctx.giveWay();
    await inTransaction(ctx, (ctx) =>
      tellSome(ctx, { event, readers, byName, timeZone }, told.slice(start, start + toldAtOnce)),
    );
  }
}

async function tellSome(ctx: TransactionContext, telling: Telling, ids: string[]): Promise<void> {
  const people = await ctx.subjects.persons.reachable(ctx, ids);
  for (const person of people) await tell(ctx, telling, person);
}
