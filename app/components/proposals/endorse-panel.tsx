import { Button, Form, LinkButton, ProgressBar } from '~/components/ui';
import { paths } from '~/paths';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { Decision } from '~/lib/decision';
import type { FormState } from '~/lib/form-state';

export interface EndorsePanelProps {
  proposal: { id: string; state: string; endorsementCount: number; threshold: number };
  endorsed: boolean;
  may: Decision;
  state: FormState | undefined;
}

/** How far the endorsements have come, and the one button to add one's own. */
export function EndorsePanel({ proposal, endorsed, may, state }: EndorsePanelProps) {
  const t = useText(proposals);
  const { endorsementCount, threshold } = proposal;
  if (proposal.state === 'draft') return null;
  if (proposal.state !== 'gathering') return <p>{t('endorsements', { count: endorsementCount })}</p>;
  return (
    <div className="panel stack">
      <ProgressBar
        label={t('endorsement-progress')}
        value={endorsementCount}
        maximum={threshold}
        text={t('endorsement-text', { count: endorsementCount, threshold })}
      />
      {endorsed ? (
        <Form intent="withdraw-endorsement" state={state}>
          <p>{t('endorsed')}</p>
          <Button variant="quiet" size="small">
            {t('withdraw-endorsement')}
          </Button>
        </Form>
      ) : may.allowed ? (
        <Form intent="endorse" state={state}>
          <Button size="large" icon="endorse" wide>
            {t('endorse')}
          </Button>
        </Form>
      ) : may.reason === 'proposals.sign-in-to-endorse' ? (
        <LinkButton
          size="large"
          wide
          to={`${paths.signIn}?next=${encodeURIComponent(paths.proposal(proposal.id))}`}
        >
          {t('sign-in-to-endorse')}
        </LinkButton>
      ) : (
        <p>{may.words}</p>
      )}
    </div>
  );
}
