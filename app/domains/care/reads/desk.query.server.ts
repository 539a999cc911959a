import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { ensure } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { organisationNames } from '../../organisations/index.server';
import { areaNames } from '../../territory/index.server';
import { careContestLifecycle, careTaskLifecycle, offeringStates } from '../lifecycle';
import { lookedAfterStates, unsettledStates, careNeedLifecycle } from '../lifecycle';
import { careAreas, mayAnswerContest, mayOpenDesk, officeAreas } from '../policy';
import { inOrder, reasonsOf } from '../rules/priority';
import { inAreas, needsAtDesk } from '../visibility';
import { declaredFacts, orderedBy } from './declared-facts.server';

type AsPerson = ReadContext & { actor: PersonActor };

/** A community has dozens of entries; what goes beyond stands in none of these lists before others are over. */
const mostInOrder = 500;
/** So many are shown of a list, unless all of it are asked for. */
const usuallyListed = 50;

export const deskLists = [
  'waiting',
  'unsettled',
  'unassigned',
  'objected',
  'volunteers',
  'contests',
] as const;
export type DeskList = (typeof deskLists)[number];

/** One more than is shown: whether there are more. */
type Take = (list: DeskList) => number;
const taking =
  (all: DeskList | null): Take =>
  (list) =>
    (list === all ? mostInOrder : usuallyListed) + 1;

/** All entries that the office has taken on, in the order of the published rule, each with why. Nothing of it says who. */
async function order(ctx: AsPerson) {
  const rows = await ctx.database.read.careNeed.findMany({
    where: { AND: needsAtDesk(ctx.actor), state: { in: [...lookedAfterStates] } },
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

const waitingNeeds = (ctx: AsPerson, take: number) =>
  ctx.database.read.careNeed.findMany({
    where: { AND: needsAtDesk(ctx.actor), state: careNeedLifecycle.initial },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true, areaId: true, createdAt: true, urgent: true },
  });

const taskColumns = { id: true, kind: true, state: true, startsAt: true, need: { select: { areaId: true } } };

const tasksIn = (ctx: AsPerson, states: readonly string[], take: number) =>
  ctx.database.read.careTask.findMany({
    where: { need: needsAtDesk(ctx.actor), state: { in: [...states] } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take,
    select: taskColumns,
  });

const objectedTasks = (ctx: AsPerson, take: number) =>
  ctx.database.read.careTask.findMany({
    where: { need: needsAtDesk(ctx.actor), objectedAt: { not: null }, answeredAt: null },
    orderBy: [{ objectedAt: 'asc' }, { id: 'asc' }],
    take,
    select: taskColumns,
  });

/** Who offers to visit and call, to be vetted, and who was. */
async function volunteers(ctx: AsPerson, take: number) {
  const rows = await ctx.database.read.careVolunteer.findMany({
    where: { AND: inAreas(careAreas(ctx.actor)), state: { in: [...offeringStates] } },
    orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }],
    take,
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
async function contests(ctx: AsPerson, take: number) {
  const rows = await ctx.database.read.careContest.findMany({
    where: {
      state: careContestLifecycle.initial,
      need: inAreas(officeAreas(ctx.actor)),
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take,
    select: {
      ...{ id: true, dueAt: true },
      need: { select: { id: true, areaId: true, state: true, personId: true, statedBy: true } },
    },
  });
  return rows
    .filter(({ need }) => mayAnswerContest(ctx.actor, { ...need, contested: true }).allowed)
    .map(({ id, dueAt, need }) => ({ id, dueAt, needId: need.id, areaId: need.areaId }));
}

/** What is shown of each list, and which of them have more. */
function shownOf<Lists extends Record<DeskList, readonly unknown[]>>(lists: Lists, take: Take) {
  const shown = { ...lists };
  const more = deskLists.filter((list) => lists[list].length >= take(list));
  for (const list of more) shown[list] = lists[list].slice(0, take(list) - 1) as Lists[typeof list];
  return { ...shown, more };
}

/**
 * What waits for the staff of a grid or community, and for the next office: of each list the first, of `all` everything.
 * Throws `forbidden` for others.
 */
export async function careDesk(ctx: AsPerson, all: DeskList | null = null) {
  ensure(mayOpenDesk(ctx.actor));
  const take = taking(all);
  const [ordered, waiting, unsettled, unassigned, objected, offered, contested] = await Promise.all([
    order(ctx),
    waitingNeeds(ctx, take('waiting')),
    tasksIn(ctx, unsettledStates, take('unsettled')),
    tasksIn(ctx, [careTaskLifecycle.initial], take('unassigned')),
    objectedTasks(ctx, take('objected')),
    volunteers(ctx, take('volunteers')),
    contests(ctx, take('contests')),
  ]);
  const lists = { waiting, unsettled, unassigned, objected, volunteers: offered, contests: contested };
  const areaIds = [
    ...[...waiting, ...ordered, ...offered, ...contested].map(({ areaId }) => areaId),
    ...[...unsettled, ...unassigned, ...objected].map(({ need }) => need.areaId),
  ];
  const names = await areaNames(ctx, areaIds);
  return {
    looksAfter: careAreas(ctx.actor).length > 0,
    isOffice: officeAreas(ctx.actor).length > 0,
    ...{ ordered, ...shownOf(lists, take), names },
  };
}
