import type { Actor, PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { organisationNames } from '../../organisations/index.server';
import { areaNames } from '../../territory/index.server';
import { givenBackFrom, isOffering } from '../lifecycle';
import { mayOpenDesk } from '../policy';
import { openNeed } from '../sealed.server';
import { stateFor } from '../state-for';
import { needsOf, readableTasks } from '../visibility';

type AsPerson = ReadContext & { actor: PersonActor };
const most = 20;

/** The entries of which the actor is one of those concerned, the newest first. */
async function ownNeeds(ctx: AsPerson) {
  const rows = await ctx.database.read.careNeed.findMany({
    where: needsOf(ctx.actor.personId),
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, state: true, personId: true, createdAt: true, sealedWords: true },
  });
  return rows.map(({ id, createdAt, sealedWords, ...need }) => ({
    ...{ id, createdAt, state: stateFor(ctx.actor.personId, need) },
    called: openNeed(ctx, sealedWords)?.called ?? null,
  }));
}

/** What the actor is asked to do, or is to do. */
async function ownTasks(ctx: AsPerson) {
  const rows = await ctx.database.read.careTask.findMany({
    where: {
      AND: readableTasks(ctx.actor),
      doneBy: ctx.actor.personId,
      state: { in: [...givenBackFrom] },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: {
      ...{ id: true, kind: true, state: true, startsAt: true, endsAt: true },
      need: { select: { areaId: true } },
    },
  });
  const names = await areaNames(
    ctx,
    rows.map(({ need }) => need.areaId),
  );
  return rows.map(({ need, ...task }) => ({ ...task, area: names[need.areaId] ?? '' }));
}

/** For which organisations and where the actor has offered to help. */
async function ownOffers(ctx: AsPerson) {
  const rows = await ctx.database.read.careVolunteer.findMany({
    where: { personId: ctx.actor.personId },
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, organisationId: true, areaId: true, state: true },
  });
  const [organisations, areas] = await Promise.all([
    organisationNames(
      ctx,
      rows.map(({ organisationId }) => organisationId),
    ),
    areaNames(
      ctx,
      rows.map(({ areaId }) => areaId),
    ),
  ]);
  return rows.map(({ id, organisationId, areaId, state }) => ({
    ...{ id, state, organisationId },
    ...{ organisation: organisations[organisationId] ?? '', area: areas[areaId] ?? '' },
  }));
}

/** The actor's own part of the register; nothing for a visitor. */
export async function ownCare(ctx: ReadContext) {
  const { actor } = ctx;
  if (actor.kind !== 'person') return null;
  const asPerson = { ...ctx, actor };
  const [needs, tasks, offers] = await Promise.all([
    ownNeeds(asPerson),
    ownTasks(asPerson),
    ownOffers(asPerson),
  ]);
  return {
    needs,
    tasks,
    offers,
    organisations: organisationsOf(actor, offers),
    hasDesk: mayOpenDesk(actor).allowed,
  };
}

/** The verified organisations for which the actor has not offered yet, or no longer does. */
function organisationsOf(
  actor: Actor & { kind: 'person' },
  offers: readonly { organisationId: string; state: string }[],
) {
  return actor.memberships
    .filter(({ verified, inactive }) => verified && inactive !== true)
    .filter(
      ({ organisationId }) =>
        !offers.some((offer) => offer.organisationId === organisationId && isOffering(offer.state)),
    )
    .map(({ organisationId: id, name, areaId }) => ({ id, name, areaId }));
}
