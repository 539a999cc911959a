import type { PersonContext } from '../../define-subject.server';
import { areaNames } from '../../territory/index.server';
import type { Ask, OwnMatter, Waiting } from '../../waiting';
import {
  careContestLifecycle,
  careNeedLifecycle,
  givenBackFrom,
  toVetStates,
  unsettledStates,
} from '../lifecycle';
import { careAreas, mayAnswerContest, mayAnswerTask, officeAreas } from '../policy';
import { taskFactColumns, taskFacts } from '../load-need.server';
import { stateFor } from '../state-for';
import { inAreas, needsLookedAfter, needsOf, readableTasks, readableVolunteers } from '../visibility';
import { care } from '~/i18n/care';
import { hasKey, textIn } from '~/i18n/catalogue';
import { paths } from '~/paths';

const most = 10;

/** Somebody else has stated it for the person, who is asked first. */
async function toAgree(ctx: PersonContext): Promise<Waiting[]> {
  const rows = await ctx.database.read.careNeed.findMany({
    where: { personId: ctx.actor.personId, state: 'asked' },
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true },
  });
  const title = textIn(ctx.locale, care)('entry');
  return rows.map(({ id }) => ({ ask: 'agree-to-care', id, title, to: paths.careNeed(id), until: null }));
}

/** What the person is asked to do, or is to do. */
async function toDo(ctx: PersonContext): Promise<Waiting[]> {
  const rows = await ctx.database.read.careTask.findMany({
    where: {
      AND: readableTasks(ctx.actor),
      doneBy: ctx.actor.personId,
      state: { in: [...givenBackFrom] },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: taskFactColumns,
  });
  const t = textIn(ctx.locale, care);
  return rows.map((row): Waiting => {
    const task = taskFacts(row);
    const isAsked = mayAnswerTask(ctx.actor, task, ctx.clock.now()).allowed;
    const ask: Ask = isAsked ? 'answer-care-task' : 'do-care-task';
    const title = t(`kind.${row.kind}` as 'kind.visit');
    return { ask, id: row.id, title, to: paths.careTask(row.id), until: row.startsAt };
  });
}

/** Who offers to help, or did for an organisation that was merged since: somebody else of the staff vets them. */
const toVet = ({ database, actor }: PersonContext) =>
  database.read.careVolunteer.findMany({
    where: {
      AND: readableVolunteers(actor),
      ...{ personId: { not: actor.personId }, state: { in: [...toVetStates] } },
    },
    orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: { id: true, areaId: true },
  });

/** What nobody but the staff of the place can do: new entries, contacts that failed, and volunteers to vet. */
async function forStaff(ctx: PersonContext): Promise<Waiting[]> {
  if (careAreas(ctx.actor).length === 0) return [];
  const { read } = ctx.database;
  const own = needsLookedAfter(ctx.actor);
  const [needs, tasks, volunteers] = await Promise.all([
    read.careNeed.findMany({
      where: { AND: own, state: careNeedLifecycle.initial },
      orderBy: { id: 'asc' },
      take: most,
      select: { id: true, areaId: true },
    }),
    read.careTask.findMany({
      where: { need: own, state: { in: [...unsettledStates] } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: most,
      select: { id: true, need: { select: { areaId: true } } },
    }),
    toVet(ctx),
  ]);
  const areas = [
    ...[...needs, ...volunteers].map(({ areaId }) => areaId),
    ...tasks.map(({ need }) => need.areaId),
  ];
  const names = await areaNames(ctx, areas);
  const waiting = (ask: Ask, areaId: string, at: { id: string; to: string }) => ({
    ...{ ask, ...at, title: names[areaId] ?? '', until: null },
  });
  return [
    ...needs.map(({ id, areaId }) => waiting('answer-care-need', areaId, { id, to: paths.careNeed(id) })),
    ...tasks.map(({ id, need }) => waiting('see-to-care-task', need.areaId, { id, to: paths.careTask(id) })),
    ...volunteers.map(({ id, areaId }) => waiting('vet-care-volunteer', areaId, { id, to: paths.careDesk })),
  ];
}

/** What was said against the order, for the next office. */
async function forOffice(ctx: PersonContext): Promise<Waiting[]> {
  const areas = officeAreas(ctx.actor);
  if (areas.length === 0) return [];
  const rows = await ctx.database.read.careContest.findMany({
    where: { state: careContestLifecycle.initial, need: inAreas(areas) },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: {
      ...{ id: true, dueAt: true },
      need: { select: { id: true, areaId: true, state: true, personId: true, statedBy: true } },
    },
  });
  const own = rows.filter(({ need }) => mayAnswerContest(ctx.actor, { ...need, contested: true }).allowed);
  const names = await areaNames(
    ctx,
    own.map(({ need }) => need.areaId),
  );
  return own.map(({ id, dueAt, need }) => ({
    ...{ ask: 'answer-care-contest', id, title: names[need.areaId] ?? '' },
    ...{ to: paths.careNeed(need.id), until: dueAt },
  }));
}

export async function waitingCare(ctx: PersonContext): Promise<Waiting[]> {
  return (await Promise.all([toAgree(ctx), toDo(ctx), forStaff(ctx), forOffice(ctx)])).flat();
}

/** The entries of which the person is one of those concerned. */
export async function ownCareMatters(ctx: PersonContext): Promise<OwnMatter[]> {
  const rows = await ctx.database.read.careNeed.findMany({
    where: needsOf(ctx.actor.personId),
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, state: true, personId: true, createdAt: true },
  });
  const t = textIn(ctx.locale, care);
  const words = (start: 'state' | 'next', state: string) => {
    const key = `${start}.${state}`;
    return hasKey(care, key) ? t(key) : '';
  };
  return rows.map(({ id, createdAt: at, ...need }) => {
    const state = stateFor(ctx.actor.personId, need);
    return {
      ...{ kind: 'care-need', id, title: t('entry'), number: null, at },
      ...{ state: words('state', state), next: words('next', state) },
    };
  });
}
