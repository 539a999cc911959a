import type { z } from 'zod';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { ensureCategory } from '../../categories/index.server';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { ensureAsShown } from '../../shown-fields.server';
import { personByEmail, portalTops } from '../../identity/index.server';
import { appendEvent } from '../../ledger/index.server';
import { ensureArea } from '../../territory/index.server';
import { holidayFields, holidayYears } from './deadline-settings.server';
import { workOrderEvents } from '../events';
import { mayNameSuperior, maySetDeadlines } from '../policy';
import { rereadDeadlines } from './reread-deadlines.server';
import { readHolidayLines } from '../rules/deadlines/holidays';
import type { holidayYearSchema, limitRuleSchema, superiorSchema } from '../schema';
import { isVerifiedDepartment, organisationsById } from '../../organisations/index.server';
import { lockTable } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

type Setting = 'calendar' | 'limit' | 'superior';

async function tellOfSetting(
  ctx: TransactionContext,
  change: { what: Setting; title: string },
): Promise<void> {
  await appendEvent(ctx, workOrderEvents, {
    type: 'work-order.settings-changed',
    subjectKind: 'deadlines',
    subjectId: change.what,
    publicData: { title: change.title },
  });
}

const by = (ctx: ReadContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : 'system');

/**
 * Puts an administrator's entry in the place of a year's holidays, and reads all running deadlines again. Throws
 * `invalid` at `days` with the first bad line. Answers how many deadlines moved.
 */
export async function saveHolidayYear(
  ctx: Context,
  input: Omit<z.output<typeof holidayYearSchema>, 'revision'> & { revision?: string | undefined },
): Promise<number> {
  ensure(maySetDeadlines(ctx.actor, await portalTops(ctx)));
  const { year, source, checked, revision } = input;
  const days = readHolidayLines(year, input.days);
  if ('badLine' in days)
    throw new DomainError('invalid', {
      field: 'days',
      reason: 'work-orders.bad-holiday-line',
      params: { line: days.badLine },
    });
  const columns = {
    source,
    checked,
    days: JSON.stringify(days),
    updatedBy: by(ctx),
    updatedAt: ctx.clock.now(),
  };
  await inTransaction(ctx, async (ctx) => {
    await lockTable(ctx, 'HolidayYear');
    const before = (await holidayYears(ctx)).find((one) => one.year === year);
    ensureAsShown(revision, holidayFields(before));
    await ctx.prisma.holidayYear.upsert({ where: { year }, create: { year, ...columns }, update: columns });
    await tellOfSetting(ctx, { what: 'calendar', title: String(year) });
  });
  return (await rereadDeadlines(ctx)).moved;
}

/** Enters or changes a limit. Running clocks keep the limit under which they began. */
export async function saveLimitRule(ctx: Context, input: z.output<typeof limitRuleSchema>): Promise<void> {
  ensure(maySetDeadlines(ctx.actor, await portalTops(ctx)));
  const { category, level, urgency, ...limits } = input;
  const now = ctx.clock.now();
  const columns = { ...limits, updatedBy: by(ctx), updatedAt: now };
  const key = { category, level, urgency };
  await inTransaction(ctx, async (ctx) => {
    if (category !== '') await ensureCategory(ctx, category);
    await ctx.prisma.limitRule.upsert({
      where: { category_level_urgency: key },
      create: { id: newId(now), ...key, ...columns },
      update: columns,
    });
    await tellOfSetting(ctx, {
      what: 'limit',
      title: [category, level, urgency].filter(Boolean).join(' · '),
    });
  });
}

/** Takes an entered limit away: the next less exact one counts again. */
export async function removeLimitRule(
  ctx: Context,
  key: { category: string; level: string; urgency: string },
): Promise<void> {
  ensure(maySetDeadlines(ctx.actor, await portalTops(ctx)));
  const { category, level, urgency } = key;
  await inTransaction(ctx, async (ctx) => {
    const removed = await ctx.prisma.limitRule.deleteMany({ where: { category, level, urgency } });
    if (removed.count === 0) throw new DomainError('not-found');
    await tellOfSetting(ctx, {
      what: 'limit',
      title: [category, level, urgency].filter(Boolean).join(' · '),
    });
  });
}

/** Throws `forbidden` unless the actor administers both places, `invalid` where there is no such organisation. */
const unknownDepartment = () =>
  new DomainError('invalid', { field: 'organisationId', reason: 'work-orders.unknown-department' });

async function ensureNames(
  ctx: TransactionContext,
  { areaId, organisationId }: { areaId: string; organisationId: string },
): Promise<void> {
  const organisation =
    organisationId === '' ? null : (await organisationsById(ctx, [organisationId])).get(organisationId);
  ensure(mayNameSuperior(ctx.actor, { areaId, organisationAreaId: organisation?.areaId ?? null }));
  if (organisationId !== '' && !organisation) throw unknownDepartment();
}

/** Names the superior of an area, or of a department: the person whom escalation tells. */
export async function saveSuperior(ctx: Context, input: z.output<typeof superiorSchema>): Promise<void> {
  const { areaId, organisationId, email, title } = input;
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    await ensureNames(ctx, input);
    // Orders are a department's: of any other organisation nobody would ever be told.
    if (organisationId !== '' && !(await isVerifiedDepartment(ctx, organisationId)))
      throw unknownDepartment();
    const personId = await personByEmail(ctx, email);
    if (personId === null)
      throw new DomainError('invalid', { field: 'email', reason: 'work-orders.unknown-person' });
    await ensureArea(ctx, areaId);
    const columns = { personId, title, updatedBy: by(ctx), updatedAt: now };
    const key = { areaId, organisationId };
    await ctx.prisma.superior.upsert({
      where: { areaId_organisationId: key },
      create: { id: newId(now), ...key, ...columns },
      update: columns,
    });
    await tellOfSetting(ctx, { what: 'superior', title });
  });
}

/** Takes a named superior away: the area's coordinators are told instead. */
export async function removeSuperior(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const superior = await ctx.prisma.superior.findUnique({ where: { id } });
    if (!superior) throw new DomainError('not-found');
    await ensureNames(ctx, superior);
    await ctx.prisma.superior.delete({ where: { id } });
    await tellOfSetting(ctx, { what: 'superior', title: superior.title });
  });
}
