import { hasKey } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

/** The state of a proposal or of feedback, in a word. */
export function useMatterState(): (matter: { kind: 'proposal' | 'feedback'; state: string }) => string {
  const ofProposal = useText(proposals);
  const ofFeedback = useText(feedback);
  return ({ kind, state }) => {
    const key = `state.${state}`;
    if (kind === 'proposal') return hasKey(proposals, key) ? ofProposal(key) : state;
    return hasKey(feedback, key) ? ofFeedback(key) : state;
  };
}
