import { listBallots } from '../ballots/index.server';
import type { ReadContext } from '../context';
import { withPictures } from '../files/index.server';
import { listProposals, recentResults } from '../proposals/index.server';
import { opportunityCards } from '../volunteering/index.server';
import { waitingFor } from './mine.query.server';

/** Few enough to read on a phone at one glance. */
const shown = 4;

const spanOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({ startsAt, endsAt });

/** What waits for the reader; what is going on in an area and below, with the ballots and shifts of the areas that hold it; what can be done at once, and what came of what people asked. */
export async function homePage(ctx: ReadContext, areaId: string | undefined) {
  const [waiting, gathering, ballots, volunteering, results] = await Promise.all([
    waitingFor(ctx),
    listProposals(ctx, { areaId, state: 'gathering' }),
    listBallots(ctx, { concerns: areaId, state: 'open' }),
    opportunityCards(ctx, { concerns: areaId, comingFrom: ctx.clock.now() }),
    recentResults(ctx, areaId, shown),
  ]);
  const cards = [...gathering.items.slice(0, shown), ...results];
  const pictured = await withPictures(ctx, 'proposal', cards);
  const ofGathering = cards.length - results.length;
  return {
    waiting,
    gathering: pictured.slice(0, ofGathering),
    ballots: ballots.items.slice(0, shown),
    volunteering: volunteering.items.slice(0, shown).map(({ id, title, areaId: where, coming: [next] }) => ({
      id,
      title,
      areaId: where,
      next: next && spanOf(next),
    })),
    results: pictured.slice(ofGathering),
  };
}
