import { Link } from '@remix-run/react';
import { later, Notice, Section, whenShown } from '~/components/ui';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { BallotOptions } from './ballot-options';
import { EntrustedLink } from './entrusted-link';
import * as paper from './paper/vote-paper';
import type { VotePage } from './paper/vote-paper';

const VotePaper = whenShown(
  import.meta.env.SSR
    ? paper.VotePaper
    : later(() => import('./paper/vote-paper').then((own) => own.VotePaper)),
);

const overReasons = ['ballots.closed', 'ballots.cancelled', 'ballots.key-lost'];

/** Where one votes; a visitor may choose first and signs in last. */
export function VoteForm({ page, state }: { page: VotePage; state?: FormState }) {
  const t = useText(ballots);
  const { voting } = page;
  const visitor = !voting.allowed && voting.reason === 'ballots.sign-in-to-vote';
  if (!voting.allowed && !visitor) {
    return (
      <>
        <Section title={t('your-vote')}>
          <Notice kind={voting.reason === 'ballots.will-be-elector' ? 'success' : 'info'}>
            {voting.words} <WayToVote reason={voting.reason} />
          </Notice>
        </Section>
        {!overReasons.includes(voting.reason) && <EntrustedLink ballot={page.ballot} />}
        <BallotOptions ballot={page.ballot} />
      </>
    );
  }
  return <VotePaper page={page} visitor={visitor} {...(state ? { state } : {})} />;
}

/** Where the reader gets the right that is missing, if there is such a place. */
function WayToVote({ reason }: { reason: string }) {
  const t = useText(ballots);
  if (['ballots.residence-not-verified', 'ballots.age-unknown', 'ballots.lives-elsewhere'].includes(reason))
    return <Link to={paths.residence}>{t('verify-residence')}</Link>;
  if (reason === 'ballots.not-a-member')
    return <Link to={paths.organisations}>{t('look-organisations')}</Link>;
  return null;
}
