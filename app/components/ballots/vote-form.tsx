import { Link } from '@remix-run/react';
import { Button, Form, LinkButton, Notice, Section } from '~/components/ui';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import type { Decision } from '~/lib/decision';
import type { FormState } from '~/lib/form-state';
import { BallotChoices } from './ballot-choices';
import { BallotOptions } from './ballot-options';
import { BlankPaper } from './blank-paper';
import type { VotedBallot } from './voted-ballot';

export interface VotePage {
  ballot: VotedBallot;
  voting: Decision;
  own: { receipt: string; byOther: boolean } | null;
  values: Record<string, string | string[]>;
  kept: boolean;
  signedIn: boolean;
}

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
  return (
    <Section title={t('your-vote')} id="vote">
      {page.kept && <Notice kind="success">{t('choice-kept')}</Notice>}
      {page.own && <OwnVote {...page.own} />}
      <Form intent="vote" initial={page.values} {...(state ? { state } : {})}>
        <BallotChoices ballot={page.ballot} />
        <BlankPaper />
        <Button size="large">{t(visitor ? 'sign-in-and-cast' : page.own ? 'change' : 'cast')}</Button>
      </Form>
      <EntrustedLink ballot={page.ballot} />
      {visitor && (
        <LinkButton variant="quiet" to={paths.register}>
          {t('how-to-vote')}
        </LinkButton>
      )}
    </Section>
  );
}

/** That one has voted, and by what the own paper is found afterwards. */
function OwnVote({ receipt, byOther }: { receipt: string; byOther: boolean }) {
  const t = useText(ballots);
  const { colon } = usePunctuation();
  return (
    <Notice kind="success" title={t('voted-at')}>
      <p>
        {t('receipt')}
        {colon}
        <code>{receipt}</code>
      </p>
      <p>{t('receipt-hint')}</p>
      {byOther && <p>{t('own-by-other')}</p>}
    </Notice>
  );
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

/** To where somebody is asked to vote in one's name, and where one votes for others. */
function EntrustedLink({ ballot }: { ballot: VotedBallot }) {
  const t = useText(ballots);
  if (ballot.terms.entrusted === 0) return null;
  return (
    <p>
      <Link to={paths.entrustedVotes(ballot.id)}>{t('entrusted-link')}</Link>
    </p>
  );
}
