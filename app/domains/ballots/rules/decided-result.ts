import { hasVotes } from './has-votes';
import type { TallyResult } from './outcome';

/**
 * A result as pages show it. A count of a budget is shown also where the quorum was missed, and older ones funded what fits,
 * or elected by the order of ties, where nobody had voted or all papers were blank: neither decides anything, nor do ties
 * that nobody's vote made.
 */
export function decidedResult(result: TallyResult): TallyResult {
  const none = !hasVotes(result);
  const shown = none ? withoutWinners(result) : result;
  if (shown.kind !== 'budget' || (!none && shown.quorumReached)) return shown;
  const loss = none ? ('no-votes' as const) : null;
  return {
    ...shown,
    projects: shown.projects.map((one) =>
      one.selected ? { ...one, selected: false, round: null, loss } : one,
    ),
  };
}

/** Nothing was decided; what it was by stays as it was counted. */
function withoutWinners(result: TallyResult): TallyResult {
  const none = { winners: [], ties: [] };
  const refused = <Option extends { accepted: boolean }>(options: Option[]) =>
    options.map((option) => ({ ...option, accepted: false }));
  switch (result.kind) {
    case 'budget':
      return { ...result, ...none };
    case 'support':
      return { ...result, ...none, options: refused(result.options) };
    case 'ranking':
      return { ...result, ...none, options: refused(result.options) };
    case 'score':
      return { ...result, ...none, options: refused(result.options) };
    default:
      return { ...result, ...none, options: refused(result.options) };
  }
}
