import { Button, DisclosureForm, Field, Form, TextArea } from '~/components/ui';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface DecisionActsProps {
  /** With what the reader may make of it. */
  decision: {
    id: string;
    outcomes: readonly ('work-order' | 'ballot' | 'agreement' | 'obligation')[];
    /** Nobody at the table could promise it in an agreement. */
    lacksParties: boolean;
    maySettle: boolean;
  };
  state: FormState | undefined;
}

/** What a decision can become, each by one press; and that it is done. */
export function DecisionActs({ decision, state }: DecisionActsProps) {
  const t = useText(meetings);
  const decisionId = decision.id;
  return (
    <>
      {decision.outcomes.length > 0 && (
        <CarryOutForms {...{ decisionId, outcomes: decision.outcomes, state }} />
      )}
      {decision.lacksParties && (
        <p>
          <small>{t(decision.outcomes.includes('work-order') ? 'no-parties-order' : 'no-parties')}</small>
        </p>
      )}
      {decision.maySettle && (
        <DisclosureForm
          trigger={t('settle')}
          size="small"
          variant="quiet"
          intent="settle"
          hidden={{ decisionId }}
          state={state}
        >
          <Field name="words" label={t('settle-words')} required>
            <TextArea rows={2} maximum={500} />
          </Field>
          <Button size="small">{t('settle')}</Button>
        </DisclosureForm>
      )}
    </>
  );
}

interface CarryOutProps {
  decisionId: string;
  outcomes: DecisionActsProps['decision']['outcomes'];
  state: FormState | undefined;
}

function CarryOutForms({ decisionId, outcomes, state }: CarryOutProps) {
  const t = useText(meetings);
  return (
    <>
      <div className="form-actions">
        {outcomes.map((outcome) => (
          <Form
            key={outcome}
            intent="carry-out"
            hidden={{ decisionId, outcome }}
            state={state}
            className="inline-form"
          >
            <Button size="small" variant="secondary">
              {t(`make.${outcome}`)}
            </Button>
          </Form>
        ))}
      </div>
      {outcomes.includes('ballot') && <small>{t('make-ballot-hint')}</small>}{' '}
      {outcomes.includes('agreement') && <small>{t('make-agreement-hint')}</small>}{' '}
      {outcomes.includes('obligation') && <small>{t('make-obligation-hint')}</small>}
    </>
  );
}
