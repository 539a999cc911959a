import { z } from 'zod';
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
      place: z.int().nullable(),
      accepted: z.boolean(),
    }),
  ),
});

function optionsOf(result: TallyResult): z.infer<typeof publishedResult>['options'] {
  switch (result.kind) {
    case 'budget':
      return result.projects.map(({ project: optionId, votes, selected: accepted }) => ({
        ...{ optionId, votes, place: null, accepted },
      }));
    case 'ranking':
      return result.options.map(({ option: optionId, place, accepted }) => ({
        ...{ optionId, votes: null, place, accepted },
      }));
    case 'score':
      return result.options.map(({ option: optionId, sum: votes, accepted }) => ({
        ...{ optionId, votes, place: null, accepted },
      }));
    default:
      return result.options.map(({ option: optionId, votes, accepted }) => ({
        ...{ optionId, votes, place: null, accepted },
      }));
  }
}

/** The outcome as programs are given it; the steps of the count stand in the ballot's record. */
export function resultOf(result: TallyResult): z.infer<typeof publishedResult> {
  const { papers, invalid, electorateSize, turnout, quorumReached, winners } = result;
  return { papers, invalid, electorateSize, turnout, quorumReached, winners, options: optionsOf(result) };
}
