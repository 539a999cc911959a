import { Link } from '@remix-run/react';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import type { VotedBallot } from './voted-ballot';

/** To where somebody is asked to vote in one's name, and where one votes for others. */
export function EntrustedLink({ ballot }: { ballot: VotedBallot }) {
  const t = useText(ballots);
  if (ballot.terms.entrusted === 0) return null;
  return (
    <p>
      <Link to={paths.entrustedVotes(ballot.id)}>{t('entrusted-link')}</Link>
    </p>
  );
}
