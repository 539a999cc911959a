export interface CallBackAnswer {
  solved: boolean | null;
  rating: number | null;
}

export type CallBackVerdict = 'waiting' | 'solved' | 'unsolved' | 'silent';

export interface CallBackCount {
  asked: number;
  solved: number;
  unsolved: number;
  silent: number;
  /** Mean of the ratings given, 1 to 5, or null. */
  rating: number | null;
  verdict: CallBackVerdict;
}

/**
 * What those who asked say. Solved when more say so than deny it, unsolved when at least as many deny it; decided as
 * soon as the missing answers cannot change it, else when the time is over. Silence is counted apart: it neither
 * confirms nor denies, and where all are silent the order closes as `silent`.
 */
export function countCallBack(answers: readonly CallBackAnswer[], timeIsOver: boolean): CallBackCount {
  const solved = answers.filter((answer) => answer.solved === true).length;
  const unsolved = answers.filter((answer) => answer.solved === false).length;
  const silent = answers.length - solved - unsolved;
  const ratings = answers.flatMap((answer) => (answer.rating === null ? [] : [answer.rating]));
  const rating =
    ratings.length === 0 ? null : ratings.reduce((sum, value) => sum + value, 0) / ratings.length;
  return {
    asked: answers.length,
    solved,
    unsolved,
    silent,
    rating,
    verdict: verdictOf({ solved, unsolved, silent, timeIsOver }),
  };
}

function verdictOf(count: {
  solved: number;
  unsolved: number;
  silent: number;
  timeIsOver: boolean;
}): CallBackVerdict {
  const { solved, unsolved, silent, timeIsOver } = count;
  if (solved > unsolved + silent) return 'solved';
  if (unsolved > 0 && unsolved >= solved + silent) return 'unsolved';
  if (!timeIsOver && silent > 0) return 'waiting';
  if (solved === 0 && unsolved === 0) return 'silent';
  return solved > unsolved ? 'solved' : 'unsolved';
}
