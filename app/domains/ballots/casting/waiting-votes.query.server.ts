import type { PersonContext } from '../../define-subject.server';
import type { Waiting } from '../../waiting';
import { ballotKeyOf } from '../ballot-key.server';
import { mayVote } from '../policy';
import { paths } from '~/paths';

/** More are open to one person only where nobody reads them all. */
const most = 20;

const columns = {
  ...{ id: true, title: true, state: true, opensAt: true, closesAt: true },
  ...{ keyCheck: true, sealedSecret: true },
} as const;

/**
 * The open ballots in whose electorate the person stands, wherever it was drawn, and in which neither they nor anybody
 * else has cast the vote that is theirs: by the keys of the papers, as nothing else tells while voting goes on.
 */
export async function waitingVotes(ctx: PersonContext): Promise<Waiting[]> {
  const now = ctx.clock.now();
  const places = await ctx.database.read.elector.findMany({
    where: { personId: ctx.actor.personId, ballot: { state: 'open', closesAt: { gt: now } } },
    orderBy: { ballot: { closesAt: 'asc' } },
    take: most,
    select: { unitKey: true, channel: true, ballot: { select: columns } },
  });
  const open = places.flatMap((place) => {
    const key = mayVote(ctx.actor, place.ballot, place, now).allowed ? ballotKeyOf(ctx, place.ballot) : null;
    return key ? [{ ...place.ballot, paperKey: key.paperKey(place.unitKey) }] : [];
  });
  const voted = await castAmong(ctx, open);
  return open
    .filter(({ paperKey }) => !voted.has(paperKey))
    .map(({ id, title, closesAt: until }) => ({ ask: 'vote', id, title, to: paths.ballot(id), until }));
}

/** Of these papers those that lie in the box. */
async function castAmong(
  ctx: PersonContext,
  papers: readonly { id: string; paperKey: string }[],
): Promise<Set<string>> {
  if (papers.length === 0) return new Set();
  const rows = await ctx.database.read.ballotPaper.findMany({
    where: { OR: papers.map(({ id: ballotId, paperKey }) => ({ ballotId, paperKey })) },
    select: { paperKey: true },
  });
  return new Set(rows.map(({ paperKey }) => paperKey));
}
