import { Link } from '@remix-run/react';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import { OptionPicture } from './option-picture';
import type { VotedOption } from './voted-ballot';

/** To the proposal for which an option stands, with its picture. */
export function ProposalLink({ option }: { option: VotedOption }) {
  const t = useText(ballots);
  if (!option.proposalId) return null;
  return (
    <Link to={paths.proposal(option.proposalId)}>
      <OptionPicture picture={option.picture} />
      {t('related')}
    </Link>
  );
}
