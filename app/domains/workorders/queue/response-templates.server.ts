import { holdsRole } from '../../actor';
import type { Actor } from '../../actor';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { ensureAsShown, revisionOf } from '../../shown-fields.server';
import { organisationNames } from '../../organisations/index.server';
import { areaNames } from '../../territory/index.server';
import { fillTemplate, templatePlaces, unknownPlaces } from '../rules/response-template';
import type { TemplatePlace } from '../rules/response-template';
import { scopesFor } from './queue.query.server';
import { dateFormat } from '~/lib/formats';
import { allow, deny } from '~/lib/decision';
import { trailOf } from '~/lib/geo/division-code';
import { withinAny } from '~/platform/db/lists/area-scope';
import { lockRow } from '~/platform/db/lock-row';
import type { Prisma } from '~/platform/db/database.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

/** Moderators, administrators and staff keep the templates of their area. */
export function mayKeepTemplates(actor: Actor, areaId: string) {
  return holdsRole(actor, ['moderator', 'administrator', 'staff'], areaId)
    ? allow
    : deny('workbench.staff-only');
}

export interface TemplateInput {
  /** Empty: a new one. */
  id: string;
  areaId: string;
  name: string;
  body: string;
  /** The text from which it was edited. */
  revision?: string | undefined;
}

/** A template as its form shows it. */
const fieldsOf = ({ areaId, name, body }: Pick<TemplateInput, 'areaId' | 'name' | 'body'>) => ({
  areaId,
  name,
  body,
});

/** Keeps a template; places that there are not are refused at once. */
export async function keepTemplate(ctx: Context, input: TemplateInput): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  ensure(mayKeepTemplates(ctx.actor, input.areaId));
  const [unknown] = unknownPlaces(input.body);
  if (unknown !== undefined)
    throw new DomainError('invalid', {
      field: 'body',
      reason: 'workbench.unknown-place',
      params: { place: unknown, known: templatePlaces.map((name) => `{{${name}}}`).join(' ') },
    });
  const { id, areaId, name, body } = input;
  const now = ctx.clock.now();
  const columns = { areaId, name, body, updatedBy: ctx.actor.personId, updatedAt: now };
  try {
    if (id !== '') return await changeTemplate(ctx, { id, revision: input.revision }, columns);
    await doOnce(ctx, 'template.keep', async (ctx) => {
      const made = await ctx.prisma.responseTemplate.create({ data: { id: newId(now), ...columns } });
      return made.id;
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { field: 'name', reason: 'workbench.name-taken' });
    throw error;
  }
}

async function changeTemplate(
  ctx: Context,
  { id, revision }: Pick<TemplateInput, 'id' | 'revision'>,
  columns: Omit<TemplateInput, 'id' | 'revision'> & { updatedBy: string; updatedAt: Date },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'ResponseTemplate', id);
    const before = await ctx.prisma.responseTemplate.findUnique({ where: { id } });
    if (!before) throw new DomainError('not-found');
    ensure(mayKeepTemplates(ctx.actor, before.areaId));
    ensureAsShown(revision, fieldsOf(before));
    await ctx.prisma.responseTemplate.update({ where: { id }, data: columns });
  });
}

export async function removeTemplate(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const template = await ctx.prisma.responseTemplate.findUnique({ where: { id } });
    if (!template) throw new DomainError('not-found');
    ensure(mayKeepTemplates(ctx.actor, template.areaId));
    await ctx.prisma.responseTemplate.delete({ where: { id } });
    await forgetDone(ctx, id);
  });
}

/** The templates of these areas, of all below them, and of those above, which hold there too, to be edited. */
export async function templatesOf(ctx: ReadContext, areaIds: readonly string[]) {
  const templates = await byName(ctx, { OR: [...withinAny(areaIds), heldIn(areaIds)] });
  return templates.map((row) => ({ ...row, revision: revisionOf(fieldsOf(row)) }));
}

/** The templates that hold in these areas: their own and those of the areas above. */
export async function templatesFor(ctx: ReadContext, areaIds: readonly string[]) {
  return byName(ctx, heldIn(areaIds));
}

const heldIn = (areaIds: readonly string[]) => ({ areaId: { in: [...new Set(areaIds.flatMap(trailOf))] } });

async function byName(ctx: ReadContext, where: Prisma.ResponseTemplateWhereInput) {
  if (scopesFor(ctx.actor).length === 0)
    throw new DomainError('forbidden', { reason: 'workbench.staff-only' });
  return ctx.database.read.responseTemplate.findMany({ where, orderBy: { name: 'asc' }, take: 200 });
}

export interface FilledOrder {
  number: string;
  title: string;
  areaId: string;
  departmentId: string | null;
  deadlineAt: Date | null;
  category: string;
}

/** A template filled for an order. Throws `invalid` with the name of the place that the order has nothing for. */
export async function filledTemplate(
  ctx: ReadContext,
  given: { templateId: string; order: FilledOrder; categoryName: string },
): Promise<string> {
  const { order, categoryName } = given;
  const template = await ctx.database.read.responseTemplate.findUnique({ where: { id: given.templateId } });
  if (!template || !trailOf(order.areaId).includes(template.areaId)) throw new DomainError('not-found');
  const [areas, departments] = await Promise.all([
    areaNames(ctx, [order.areaId]),
    organisationNames(ctx, order.departmentId ? [order.departmentId] : []),
  ]);
  const day = dateFormat(ctx.locale, {
    dateStyle: 'long',
    timeZone: ctx.configuration.timeZone,
  });
  const values: Partial<Record<TemplatePlace, string>> = {
    number: order.number,
    title: order.title,
    area: areas[order.areaId] ?? '',
    department: order.departmentId ? (departments[order.departmentId] ?? '') : '',
    deadline: order.deadlineAt ? day.format(order.deadlineAt) : '',
    category: categoryName,
    date: day.format(ctx.clock.now()),
  };
  const filled = fillTemplate(template.body, values);
  if (!filled.ok)
    throw new DomainError('invalid', {
      field: 'template',
      reason: 'workbench.missing-value',
      params: { place: filled.missing },
    });
  return filled.text;
}
