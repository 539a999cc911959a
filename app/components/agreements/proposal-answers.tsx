import { Button, Form } from '~/components/ui';
import { agreementDrafting } from '~/i18n/agreement-drafting';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface ProposalAnswersProps {
  proposal: {
    id: string;
    organisationId: string;
    state: string;
    /** The parties that have accepted, and those that are still asked. */
    accepted: readonly string[];
    waitsFor: readonly string[];
  };
  organisations: Record<string, { name: string }>;
  /** The organisation for which the reader may answer, while it is a draft. */
  answersFor: string | null;
  /** The text has changed since: it can be refused or taken back alone. */
  isOutdated?: boolean;
  state: FormState | undefined;
}

/** Who has accepted a proposal and who is asked still, with the buttons of whoever is asked. */
export function ProposalAnswers(props: ProposalAnswersProps) {
  const { proposal, organisations, answersFor, isOutdated = false, state } = props;
  const t = useText(agreements);
  const d = useText(agreementDrafting);
  const { id, organisationId, accepted, waitsFor } = proposal;
  const names = (ids: readonly string[]) => ids.map((one) => organisations[one]?.name ?? '').join(' · ');
  const isOwn = answersFor === organisationId;
  const isAsked = answersFor !== null && !isOwn && (waitsFor.includes(answersFor) || waitsFor.length === 0);
  return (
    <>
      {accepted.length > 0 && <p className="card-meta">{d('accepted-by', { names: names(accepted) })}</p>}
      {waitsFor.length > 0 && <p className="card-meta">{d('waits-for', { names: names(waitsFor) })}</p>}
      {proposal.state === 'open' && isOutdated && <p>{d('proposal-outdated')}</p>}
      {proposal.state === 'open' && answersFor !== null && (
        <div className="form-actions">
          {isAsked && !isOutdated && (
            <Form intent="answer-note" hidden={{ noteId: id, decision: 'accept' }} state={state}>
              <Button size="small">{t('note-accept')}</Button>
            </Form>
          )}
          <Form intent="answer-note" hidden={{ noteId: id, decision: 'refuse' }} state={state}>
            <Button size="small" variant="quiet">
              {isOwn ? d('note-take-back') : t('note-refuse')}
            </Button>
          </Form>
        </div>
      )}
    </>
  );
}
