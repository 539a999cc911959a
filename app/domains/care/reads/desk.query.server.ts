import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { ensure } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { organisationNames } from '../../organisations/index.server';
import { areaNames } from '../../territory/index.server';
import { careContestLifecycle, careTaskLifecycle, careVolunteerLifecycle } from '../lifecycle';
import { lookedAfterStates, unsettledStates, careNeedLifecycle } from '../lifecycle';
import { careAreas, mayAnswerContest, mayOpenDesk, officeAreas } from '../policy';
import { inOrder, reasonsOf } from '../rules/priority';
import { inAreas, needsLookedAfter } from '../visibility';
import { declaredFacts, orderedBy } from './declared-facts.server';

type AsPerson = ReadContext & { actor: PersonActor };

/** A community has dozens of entries; what goes beyond stands in none of these lists before others are over. */
const mostInOrder = 500;
const mostListed = 50;

/** All entries that the office has taken on, in the order of the published rule, each with why. Nothing of it says who. */
async function order(ctx: AsPerson) {
  const rows = await ctx.database.read.careNeed.findMany({
    where: { AND: needsLookedAfter(ctx.actor), state: { in: [...lookedAfterStates] } },
    orderBy: { id: 'asc' },
    take: mostInOrder,
    select: { ...orderedBy, areaId: true, state: true },
  });
  const facts = await declaredFacts(ctx, rows);
  const now = ctx.clock.now();
  const withFacts = rows.flatMap(({ id, areaId, state }) => {
    const declared = facts.get(id);
    return declared ? [{ id, areaId, state, facts: declared }] : [];
  });
  return inOrder(withFacts, now).map(({ facts: declared, ...row }) => ({
    ...row,
    reasons: reasonsOf(declared, now),
  }));
}

const waitingNeeds = (ctx: AsPerson) =>
  ctx.database.read.careNeed.findMany({
    where: { AND: needsLookedAfter(ctx.actor), state: careNeedLifecycle.initial },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: mostListed,
    select: { id: true, areaId: true, createdAt: true, urgent: true },
  });

const taskColumns = { id: true, kind: true, state: true, startsAt: true, need: { select: { areaId: true } } };

const tasksIn = (ctx: AsPerson, states: readonly string[]) =>
  ctx.database.read.careTask.findMany({
    where: { need: needsLookedAfter(ctx.actor), state: { in: [...states] } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: mostListed,
    select: taskColumns,
  });

const objectedTasks = (ctx: AsPerson) =>
  ctx.database.read.careTask.findMany({
    where: { need: needsLookedAfter(ctx.actor), objectedAt: { not: null }, answeredAt: null },
    orderBy: [{ objectedAt: 'asc' }, { id: 'asc' }],
    take: mostListed,
    select: taskColumns,
  });

/** Who offers to visit and call, to be vetted, and who was. */
async function volunteers(ctx: AsPerson) {
  const rows = await ctx.database.read.careVolunteer.findMany({
    where: { AND: inAreas(careAreas(ctx.actor)), state: { in: [careVolunteerLifecycle.initial, 'vetted'] } },
    orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }],
    take: 2 * mostListed,
  });
  const [names, organisations] = await Promise.all([
    displayNames(
      ctx,
      rows.map(({ personId }) => personId),
    ),
    organisationNames(
      ctx,
      rows.map(({ organisationId }) => organisationId),
    ),
  ]);
  return rows.map(({ id, areaId, state, personId, organisationId }) => ({
    ...{ id, areaId, state, isOwn: personId === ctx.actor.personId },
    ...{ name: names[personId] ?? '', organisation: organisations[organisationId] ?? '' },
  }));
}

/** What was said against the order, for the next office; the oldest first. */
async function contests(ctx: AsPerson) {
  const rows = await ctx.database.read.careContest.findMany({
    where: {
      state: careContestLifecycle.initial,
      need: inAreas(officeAreas(ctx.actor)),
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: mostListed,
    select: {
      ...{ id: true, dueAt: true },
      need: { select: { id: true, areaId: true, state: true, personId: true, statedBy: true } },
    },
  });
  return rows
    .filter(({ need }) => mayAnswerContest(ctx.actor, { ...need, contested: true }).allowed)
    .map(({ id, dueAt, need }) => ({ id, dueAt, needId: need.id, areaId: need.areaId }));
}

/** What waits for the staff of a grid or community, and for the next office. Throws `forbidden` for others. */
export async function careDesk(ctx: AsPerson) {
  ensure(mayOpenDesk(ctx.actor));
  const [waiting, ordered, unsettled, unassigned, objected, offered, contested] = await Promise.all([
    waitingNeeds(ctx),
    order(ctx),
    tasksIn(ctx, unsettledStates),
    tasksIn(ctx, [careTaskLifecycle.initial]),
    objectedTasks(ctx),
    volunteers(ctx),
    contests(ctx),
  ]);
  const tasks = { unsettled, unassigned, objected };
  const areaIds = [
    ...[...waiting, ...ordered, ...offered, ...contested].map(({ areaId }) => areaId),
    ...Object.values(tasks).flatMap((list) => list.map(({ need }) => need.areaId)),
  ];
  const names = await areaNames(ctx, areaIds);
  return {
    looksAfter: careAreas(ctx.actor).length > 0,
    isOffice: officeAreas(ctx.actor).length > 0,
    ...{ waiting, ordered, ...tasks, volunteers: offered, contests: contested, names },
  };
}
