import type { TallyResult } from './outcome';

/**
 * A result as pages show it. A count of a budget is shown also where the quorum was missed, and older ones funded what fits
 * where nobody had voted: neither funds anything, nor do ties that nobody's vote made decide any.
 */
export function decidedResult(result: TallyResult): TallyResult {
  const none = result.papers === 0;
  const shown = none ? { ...result, winners: [], ties: [] } : result;
  if (shown.kind !== 'budget' || (!none && shown.quorumReached)) return shown;
  const loss = none ? ('no-votes' as const) : null;
  return {
    ...shown,
    projects: shown.projects.map((one) =>
      one.selected ? { ...one, selected: false, round: null, loss } : one,
    ),
  };
}
