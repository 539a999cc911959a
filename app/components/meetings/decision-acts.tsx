import { Button, DisclosureForm, Field, Form, TextArea } from '~/components/ui';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

const outcomes = ['work-order', 'ballot'] as const;

interface DecisionActsProps {
  decision: { id: string; mayCarryOut: boolean; maySettle: boolean };
  state: FormState | undefined;
}

/** What a decision can become, each by one press; and that it is done. */
export function DecisionActs({ decision, state }: DecisionActsProps) {
  const t = useText(meetings);
  const decisionId = decision.id;
  return (
    <>
      {decision.mayCarryOut && <CarryOutForms {...{ decisionId, state }} />}
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

function CarryOutForms({ decisionId, state }: { decisionId: string; state: FormState | undefined }) {
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
      <small>{t('make-ballot-hint')}</small>
    </>
  );
}
