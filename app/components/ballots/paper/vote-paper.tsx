import { Button, Form, LinkButton, Notice, Section } from '~/components/ui';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import type { Decision } from '~/lib/decision';
import type { FormState } from '~/lib/form-state';
import { BallotChoices } from '../ballot-choices';
import { BlankPaper } from './blank-paper';
import { EntrustedLink } from '../entrusted-link';
import type { VotedBallot } from '../voted-ballot';

export interface VotePage {
  ballot: VotedBallot;
  voting: Decision;
  own: { receipt: string; byOther: boolean } | null;
  values: Record<string, string | string[]>;
  kept: boolean;
  signedIn: boolean;
}

interface VotePaperProps {
  page: VotePage;
  /** Who signs in behind the choice. */
  visitor: boolean;
  state?: FormState;
}

/** The paper of who may vote now, and of visitors. */
export function VotePaper({ page, visitor, state }: VotePaperProps) {
  const t = useText(ballots);
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
