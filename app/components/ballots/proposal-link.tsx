import { Link } from '@remix-run/react';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import type { VotedOption } from './voted-ballot';

/** To the proposal for which an option stands. */
export function ProposalLink({ option }: { option: VotedOption }) {
  const t = useText(ballots);
  return option.proposalId ? <Link to={paths.proposal(option.proposalId)}>{t('related')}</Link> : null;
}
