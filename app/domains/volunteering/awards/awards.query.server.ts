import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { displayNames, erasedAmong } from '../../identity/index.server';
import { organisationNames } from '../../organisations/index.server';
import { organisedBy } from '../desk/desk.query.server';
import { signUpLifecycle } from '../lifecycle';
import type { AwardInput } from './schema';
import { stepOf } from '~/lib/lifecycle';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const served = stepOf(signUpLifecycle, 'attend');
const pageSize = 50;
const mostVolunteers = 500;

const columns = {
  ...{ id: true, kind: true, name: true, content: true, minutes: true, day: true },
  ...{ personId: true, organisationId: true, withdrawnAt: true, withdrawnReason: true },
} as const;

export interface RecordedAward {
  id: string;
  name: string;
  content: string;
  minutes: number;
  day: string;
  organisation: string;
}

/** What stands recorded for a person, oldest first: of one organisation, or of all. */
export async function awardsOf(
  ctx: ReadContext,
  where: { personId: string; organisationId?: string },
): Promise<Record<`${AwardInput['kind']}s`, RecordedAward[]>> {
  const rows = await ctx.database.read.volunteerAward.findMany({
    where: { ...where, withdrawnAt: null },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  const names = await organisationNames(
    ctx,
    rows.map(({ organisationId }) => organisationId),
  );
  const of = (kind: AwardInput['kind']) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id, name, content, minutes, day, organisationId }) => ({
        id,
        ...{ name, content, minutes, day, organisation: names[organisationId] ?? '' },
      }));
  return { trainings: of('training'), honours: of('honour') };
}

/** Of those who served with the organisation and still have an account those whose hours were confirmed last. */
async function volunteersOf(ctx: ReadContext, { personId }: PersonActor, organisationId: string) {
  const rows = await ctx.database.read.signUp.groupBy({
    by: ['personId'],
    where: {
      ...{ state: served.to, personId: { not: personId } },
      shift: { opportunity: { organisationId } },
    },
    orderBy: [{ _max: { confirmedAt: 'desc' } }, { personId: 'asc' }],
    take: mostVolunteers,
  });
  const ids = rows.map((row) => row.personId);
  const erased = await erasedAmong(ctx, ids);
  return ids.filter((id) => !erased.has(id));
}

/** For organisers: what their organisations recorded, the newest first, and for whom more can be recorded. */
export async function awardsPage(ctx: ReadContext & { actor: PersonActor }, cursor?: string) {
  const { actor } = ctx;
  const { items, next } = await listPage(
    { order: newestFirst, cursor, size: pageSize },
    ({ behind, ...page }) =>
      ctx.database.read.volunteerAward.findMany({
        where: { AND: behind, organisationId: { in: organisedBy(actor) } },
        ...page,
        select: columns,
      }),
  );
  const known = actor.actingFor ? await volunteersOf(ctx, actor, actor.actingFor.organisationId) : [];
  const names = await displayNames(ctx, [...items.map(({ personId }) => personId), ...known]);
  const volunteers = known.map((personId) => ({ value: personId, label: names[personId] ?? '' }));
  return {
    next,
    organisation: actor.actingFor?.name ?? null,
    items: items.map(({ personId, ...row }) => ({ ...row, volunteer: names[personId] ?? '' })),
    volunteers: volunteers.sort((one, other) => one.label.localeCompare(other.label, 'zh-CN')),
  };
}
