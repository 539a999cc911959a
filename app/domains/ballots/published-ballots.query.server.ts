import { z } from 'zod';
import type { ReadContext } from '../context';
import { askedOf, definePublished, instant, known } from '../define-published.server';
import type { PublishedAsked } from '../known-subjects';
import { ballotLifecycle } from './lifecycle';
import { meetingSchema } from './organising/meeting';
import { readTerms } from './organising/terms';
import { readableOptionsOf } from './readable-options.server';
import { publishedResult, resultOf } from './rules/published-result';
import type { TallyOutcome } from './rules/tally';
import { readableBallots } from './visibility';
import { ballotStandings, electorateKinds, meetingKinds, percentageBases, votingUnits } from './vocabulary';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const states = ballotLifecycle.states.filter((state) => state !== 'importing');

const option = z.object({
  id: z.string(),
  label: z.string(),
  detail: z.string(),
  proposalId: z.string().nullable(),
  costFen: z.int().nullable(),
});

const shape = {
  title: z.string(),
  question: z.string(),
  areaId: z.string(),
  kind: z.string(),
  standing: known(ballotStandings),
  meeting: meetingSchema.extend({ kind: known(meetingKinds) }).nullable(),
  electorateKind: known(electorateKinds),
  unit: known(votingUnits),
  secret: z.boolean(),
  minimumAge: z.int(),
  maximumChoices: z.int().nullable(),
  quorumPercent: z.int().nullable(),
  thresholdPercent: z.int(),
  percentageBase: known(percentageBases),
  state: known(states),
  opensAt: instant,
  closesAt: instant,
  closedAt: instant.nullable(),
  electorateSize: z.int().nullable(),
  votedCount: z.int(),
  organisationId: z.string().nullable(),
  options: z.array(option),
  result: publishedResult.nullable(),
};

const columns = {
  ...{ id: true, title: true, question: true, areaId: true, kind: true, standing: true, state: true },
  ...{ electorateKind: true, unit: true, secret: true, minimumAge: true, maximumChoices: true },
  ...{ quorumPercent: true, thresholdPercent: true, percentageBase: true, opensAt: true, closesAt: true },
  ...{ closedAt: true, electorateSize: true, votedCount: true, organisationId: true, result: true },
  terms: true,
  options: {
    orderBy: { position: 'asc' },
    select: { id: true, label: true, detail: true, proposalId: true, costFen: true },
  },
} as const;

const find = (ctx: ReadContext, asked: PublishedAsked) =>
  listPage({ order: newestFirst, cursor: asked.cursor, size: asked.size }, ({ behind, ...page }) =>
    ctx.database.read.ballot.findMany({
      where: { AND: [readableBallots, askedOf(asked, 'opensAt'), behind] },
      ...page,
      select: columns,
    }),
  );

/** Only of those that are over: before that nothing of it is known. */
function resultIn({ state, result }: { state: string; result: string | null }) {
  if (state !== 'closed' || !result) return null;
  return resultOf((JSON.parse(result) as TallyOutcome).result);
}

/** Ballots with what is voted on, and the result of those that are over. */
export const publishedBallots = definePublished({
  ...{ name: 'ballots', kind: 'ballot', states, time: 'opensAt', shape },
  rows: async (ctx, asked) => {
    const { items, next } = await find(ctx, asked);
    const options = await readableOptionsOf(
      ctx,
      items.map((row) => row.options),
    );
    const shown = items.map((row, at) => ({
      ...row,
      // What stands for a proposal that may not be read has no words here.
      options: (options[at] ?? []).map((one) => ({ ...one, detail: one.withheld ? '' : one.detail })),
      result: resultIn(row),
      meeting: readTerms(row.terms).meeting,
    }));
    return { next, items: shown };
  },
});
