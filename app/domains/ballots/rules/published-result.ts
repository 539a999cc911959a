import { z } from 'zod';
import { hasVotes } from './has-votes';
import type { TallyResult } from './outcome';

const share = z.object({ numerator: z.int(), denominator: z.int() });

/** What a count came to, in one form for ballots of every kind. */
export const publishedResult = z.object({
  papers: z.int(),
  invalid: z.int(),
  electorateSize: z.int(),
  turnout: share,
  quorumReached: z.boolean(),
  winners: z.array(z.string()),
  options: z.array(
    z.object({
      optionId: z.string(),
      /** Votes, or the sum of scores; none where options are put in an order. */
      votes: z.int().nullable(),
      /** Their sum, where the papers of a budget give points, ranks or scores. */
      points: z.number().nullable(),
      place: z.int().nullable(),
      accepted: z.boolean(),
    }),
  ),
});

interface Counted {
  optionId: string;
  votes: number | null;
  points?: number | null;
  place: number | null;
}

function countedIn(result: TallyResult): Counted[] {
  switch (result.kind) {
    case 'budget':
      return result.projects.map(({ project, votes, points }) => ({
        ...{ optionId: project, votes, place: null },
        points: points === undefined ? null : Number(points),
      }));
    case 'ranking':
      return result.options.map(({ option, place }) => ({ optionId: option, votes: null, place }));
    case 'score':
      return result.options.map(({ option, sum }) => ({ optionId: option, votes: sum, place: null }));
    default:
      return result.options.map(({ option, votes }) => ({ optionId: option, votes, place: null }));
  }
}

/** The outcome as programs are given it; the steps of the count stand in the ballot's record. */
export function resultOf(result: TallyResult): z.infer<typeof publishedResult> {
  const { papers, invalid, electorateSize, turnout, quorumReached } = result;
  // Older counts funded what fits, or elected by the order of ties, where nobody had voted.
  const winners = hasVotes(result) ? result.winners : [];
  // Not what the count alone selected: where the quorum was missed, nothing is accepted.
  const options = countedIn(result).map((one) => ({
    points: null,
    ...one,
    accepted: winners.includes(one.optionId),
  }));
  return { papers, invalid, electorateSize, turnout, quorumReached, winners, options };
}
