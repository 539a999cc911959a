import { Link } from '@remix-run/react';
import { Money, Said, Section } from '~/components/ui';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import { OptionPicture } from './option-picture';
import type { VotedBallot } from './voted-ballot';

/** What a ballot asks, for those who do not vote in it, or not yet: its options with their costs and proposals. */
export function BallotOptions({ ballot }: { ballot: VotedBallot }) {
  const t = useText(ballots);
  return (
    <Section title={t('what-is-asked')}>
      <ul className="stack">
        {ballot.options.map(({ id, label, costFen, proposalId, groupName, picture }) => (
          <li key={id}>
            <OptionPicture picture={picture} />
            {proposalId ? (
              <Link to={paths.proposal(proposalId)}>
                <Said>{label}</Said>
              </Link>
            ) : (
              <Said>{label}</Said>
            )}
            {costFen !== null && (
              <>
                {' '}
                <strong className="choice-cost">
                  <Money yuan={costFen / 100} />
                </strong>
              </>
            )}
            {groupName && <p className="field-hint">{t('group-of', { group: groupName })}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
