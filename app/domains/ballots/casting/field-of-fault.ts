import type { BallotRules } from '../rules/kinds';

/** The field of the paper at which a fault is shown: that of one option, or the group of them. */
export function fieldOfFault(rules: BallotRules, option: string | undefined): string {
  const at = (prefix: string) => (option === undefined ? prefix : `${prefix}.${option}`);
  switch (rules.kind) {
    case 'single-choice':
    case 'approval':
      return 'option';
    case 'budget':
      if (rules.voteType === 'points') return at('points');
      return rules.voteType === 'ranking' ? at('rank') : 'option';
    default:
      return '';
  }
}
