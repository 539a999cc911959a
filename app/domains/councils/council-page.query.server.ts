import type { ReadContext } from '../context';
import { displayNames } from '../identity/index.server';
import { openStated } from './drawing/features.server';
import { loadCouncil, readQuotas } from './load-council.server';
import type { LoadedCouncil } from './load-council.server';
import { readSources } from './drawing/name-source.server';
import { mayAcceptSeat, mayAudit, mayDecline, mayLeaveSeat, mayOrganise, mayVolunteer } from './policy';
import type { DrawSummary } from './drawing/publish-list.server';
import { featuresOf } from './rules/parse-quotas';
import { committedText } from './rules/publishing/commitment';

const drawColumns = {
  ...{
    number: true,
    seats: true,
    summary: true,
    earlierSources: true,
    listSha256: true,
    way: true,
    source: true,
  },
  ...{
    dueAt: true,
    listedAt: true,
    seed: true,
    counter: true,
    hash: true,
    line: true,
    panel: true,
    drawnAt: true,
  },
} as const;

/** Counts are public of the first draw alone: those of two draws that differ by one person would tell that person's features. */
const publicSummary = (summary: DrawSummary, draw: number): DrawSummary =>
  draw === 1 ? summary : { ...summary, counts: [] };

/** What is public of each draw: never who of the list has which features, nor which number is whose. */
async function shownDraws(ctx: ReadContext, councilId: string) {
  const rows = await ctx.database.read.councilDraw.findMany({
    where: { councilId },
    orderBy: { number: 'asc' },
    select: drawColumns,
  });
  return rows.map(({ summary, panel, earlierSources, ...row }) => ({
    ...row,
    earlierSources: readSources(earlierSources),
    panel: panel === null ? [] : panel.split(','),
    summary: publicSummary(JSON.parse(summary) as DrawSummary, row.number),
  }));
}

/** The names of those members who let them stand. Beside them stands no number: neither leads to the other. */
async function shownMembers(ctx: ReadContext, councilId: string): Promise<string[]> {
  const rows = await ctx.database.read.councilCandidate.findMany({
    where: { councilId, state: 'accepted', showsName: true },
    select: { personId: true },
  });
  const ids = rows.flatMap(({ personId }) => personId ?? []);
  return Object.values(await displayNames(ctx, ids)).sort();
}

/** What the lot means for the reader: their number, answer, chance, and what they can do now; null where they were not asked. */
async function ownPart(ctx: ReadContext, council: LoadedCouncil) {
  const { actor } = ctx;
  if (actor.kind !== 'person') return null;
  const candidate = await ctx.database.read.councilCandidate.findUnique({
    where: { councilId_personId: { councilId: council.id, personId: actor.personId } },
  });
  if (!candidate) return null;
  const { state, number, chance, drawnIn, showsName, sealedFeatures } = candidate;
  const stated = sealedFeatures === null ? null : openStated(ctx, sealedFeatures);
  const isListed = council.draws.length > 0 && stated !== null;
  const person = isListed &&
    number !== null && { id: number, values: stated.values, household: stated.household };
  return {
    ...{ state, number, chance, drawnIn, showsName },
    values: stated?.values ?? [],
    committed: person ? committedText(person, stated.salt) : null,
    may: {
      volunteer: mayVolunteer(actor, { council, candidate }, ctx.clock.now()).allowed,
      decline: mayDecline(actor, { council, candidate }).allowed,
      accept: mayAcceptSeat(actor, { council, candidate }).allowed,
      leave: mayLeaveSeat(actor, { council, candidate }).allowed,
    },
  };
}

/** What is public of the council itself; its secret and the last check are not. */
export function shownCouncil(council: LoadedCouncil) {
  const { id, title, purposeHtml, areaId, state, seats, panels, onePerHousehold, version } = council;
  const { volunteersUntil, termUntil, reason, secretCommitment, seatedAt, endedAt } = council;
  return {
    ...{ id, title, purposeHtml, areaId, state, seats, panels, onePerHousehold, version },
    ...{ volunteersUntil, termUntil, reason, secretCommitment, seatedAt, endedAt },
  };
}

/** How many have and were offered a seat, once some were drawn. While people are asked their number tells who answered. */
function seatsTaken({ state, counts: { drawn, accepted } }: LoadedCouncil) {
  return ['drawn', 'seated', 'closed'].includes(state) ? { drawn, accepted } : null;
}

/** All that the page of a council shows. Throws `not-found`. */
export async function councilPage(ctx: ReadContext, councilId: string) {
  const council = await loadCouncil(ctx, councilId);
  const [draws, members, own] = await Promise.all([
    shownDraws(ctx, councilId),
    shownMembers(ctx, councilId),
    ownPart(ctx, council),
  ]);
  const quotas = readQuotas(council.quotas);
  return {
    council: shownCouncil(council),
    quotas,
    features: featuresOf(quotas).map((feature) => ({
      feature,
      values: quotas.filter((quota) => quota.feature === feature).map(({ value }) => value),
    })),
    rounds: council.rounds.map(({ number, residents, invited, seed, rollSha256, at }) => ({
      ...{ number, residents, invited, seed, rollSha256, at },
    })),
    seats: seatsTaken(council),
    ...{ draws, members, own },
    organises: mayOrganise(ctx.actor, council).allowed,
    audits: mayAudit(ctx.actor, council).allowed,
  };
}
