import { Button, Form, LinkButton, MarkdownEditor, Field, RadioGroup } from '~/components/ui';
import { paths } from '~/paths';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface AnswerProposalProps {
  proposal: { id: string; state: string };
  state: FormState | undefined;
}

const open = ['gathering', 'review'];
const workable = ['review', 'adopted', 'implementing'];

/** What a moderator may do with a proposal: ask what people think, answer, adopt, decline, put it to the vote, make a work order of it. */
export function AnswerProposal({ proposal, state }: AnswerProposalProps) {
  const t = useText(proposals);
  const decisions = open.includes(proposal.state)
    ? (['adopt', 'decline', 'answer'] as const)
    : (['answer'] as const);
  const labels = { adopt: t('answer-adopt'), decline: t('answer-decline'), answer: t('answer-only') };
  return (
    <div className="panel stack">
      <div className="form-actions">
        {open.includes(proposal.state) && (
          <LinkButton variant="secondary" to={`${paths.newConversation}?proposal=${proposal.id}`}>
            {t('ask-opinions')}
          </LinkButton>
        )}
        {proposal.state === 'review' && (
          <LinkButton variant="secondary" to={`${paths.newBallot}?proposal=${proposal.id}`}>
            {t('call')}
          </LinkButton>
        )}
        {workable.includes(proposal.state) && (
          <LinkButton variant="secondary" to={`${paths.newWorkOrder}?proposal=${proposal.id}`}>
            {t('order')}
          </LinkButton>
        )}
      </div>
      <Form intent="answer" state={state} initial={{ decision: decisions[0] }}>
        <RadioGroup
          name="decision"
          label={t('answer-decision')}
          choices={decisions.map((value) => ({ value, label: labels[value] }))}
          required
        />
        <Field name="answer" label={t('answer-words')} required>
          <MarkdownEditor rows={6} maximum={10_000} />
        </Field>
        <Button>{t('answer-send')}</Button>
      </Form>
    </div>
  );
}
