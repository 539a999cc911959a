import type { ReadContext } from '../context';
import { ensure } from '../domain-error';
import { displayNames } from '../identity/index.server';
import { readCheck } from './drawing/quota-check';
import type { QuotaCheck } from './drawing/quota-check';
import { shownCouncil } from './council-page.query.server';
import { loadCouncil, readQuotas } from './load-council.server';
import type { LoadedCouncil } from './load-council.server';
import {
  mayCancelCouncil,
  mayChangeBounds,
  mayChangeCouncil,
  mayCheck,
  mayClose,
  mayDraw,
  mayDrawNext,
  mayInvite,
  mayNameAuditor,
  mayNameSource,
  mayOrganise,
  mayPublishList,
  maySeat,
  pendingOf,
} from './policy';
import type { NeverDrawn } from './rules/publishing/never-drawn-groups';
import { ballsFor } from './rules/lottery/draw-balls';
import { featuresOf, quotaLines } from './rules/parse-quotas';

/** Of checks from before groups were told: how many, and no more. */
const neverOf = (never: NeverDrawn | undefined, ids: readonly string[]): NeverDrawn =>
  never ?? { groups: [], rest: ids.length };

/** How many, and groups of five at least, not who: numbers that single people out are for auditors. */
function counted(check: QuotaCheck | null) {
  if (!check) return null;
  const { answer, ...about } = check;
  if (answer.feasible) {
    const { minimum, gini, impossible, never, certain } = answer;
    return {
      ...about,
      answer: {
        feasible: true as const,
        minimum,
        gini,
        never: neverOf(never, impossible),
        certain: certain.length,
      },
    };
  }
  const { why, conflicts, relaxations } = answer;
  return {
    ...about,
    answer: {
      ...{ feasible: false as const, why, conflicts },
      relaxations: relaxations.map(({ seats, changes, never, neverDrawn, neverDrawnKnown }) => ({
        ...{ seats, changes, never: neverDrawnKnown ? neverOf(never, neverDrawn) : null },
      })),
    },
  };
}

function whatMay({ actor, clock }: ReadContext, council: LoadedCouncil) {
  const now = clock.now();
  return {
    change: mayChangeCouncil(actor, council).allowed,
    invite: mayInvite(actor, council, now).allowed,
    bounds: mayChangeBounds(actor, council).allowed,
    seat: maySeat(actor, council, council.counts).allowed,
    close: mayClose(actor, council).allowed,
    cancel: mayCancelCouncil(actor, council, now).allowed,
    nameAuditor: mayNameAuditor(actor, council).allowed,
  };
}

/** Those with a seat by their names, so that they can be reached: without number, and without what they stated. */
async function seatsOf(ctx: ReadContext, councilId: string) {
  const rows = await ctx.database.read.councilCandidate.findMany({
    where: { councilId, state: { in: ['drawn', 'accepted'] } },
    select: { id: true, personId: true, state: true },
  });
  const names = await displayNames(
    ctx,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  return rows
    .map(({ id, personId, state }) => ({ id, state, name: names[personId ?? ''] ?? '' }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** All that whoever organises a council sees. Throws `forbidden` for everybody else. */
export async function organisePage(ctx: ReadContext, councilId: string) {
  const council = await loadCouncil(ctx, councilId);
  ensure(mayOrganise(ctx.actor, council));
  const { actor, clock } = ctx;
  const quotas = readQuotas(council.quotas);
  const [seats, auditorNames] = await Promise.all([
    seatsOf(ctx, councilId),
    displayNames(
      ctx,
      council.auditors.map(({ personId }) => personId),
    ),
  ]);
  return {
    council: shownCouncil(council),
    counts: council.counts,
    check: counted(readCheck(council.check)),
    may: whatMay(ctx, council),
    list: mayPublishList(actor, council, clock.now()),
    draw: mayDraw(actor, council, clock.now()),
    checking: mayDrawNext(actor, council).allowed ? mayCheck(actor, council) : null,
    source: mayNameSource(actor, council),
    pending: pendingOf(council),
    vacant: council.state === 'drawn' || council.state === 'seated' ? council.seats - council.taken : 0,
    balls: ballsFor(council.panels),
    quotaLines: quotaLines(quotas),
    features: featuresOf(quotas),
    seats,
    auditors: council.auditors.map(({ personId }) => auditorNames[personId] ?? ''),
  };
}
