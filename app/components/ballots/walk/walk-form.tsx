import type { ReactNode } from 'react';
import { Button, Form } from '~/components/ui';
import { namesOfStep } from '~/domains/ballots/drafting/steps';
import type { TypedStep } from '~/domains/ballots/drafting/steps';
import { ballotWalk } from '~/i18n/ballot-walk';
import { useText } from '~/i18n/use-text';
import type { FieldValues, FormState } from '~/lib/form-state';
import { useFieldLabel } from './field-words';
import type { NamesById } from './field-words';
import { WalkSteps } from './walk-steps';

export interface WalkFormProps {
  step: TypedStep;
  values: FieldValues;
  state: FormState | undefined;
  /** Titles of the proposals, by id. */
  titles: NamesById;
  /** What is well on this step leads to the preview, from which it was asked. */
  toPreview: boolean;
  children: ReactNode;
}

/**
 * The form of one step. Each of its buttons keeps what was typed: only the one that leads on asks whether it is well.
 */
export function WalkForm({ step, values, state, titles, toPreview, children }: WalkFormProps) {
  const t = useText(ballotWalk);
  const label = useFieldLabel();
  const labels = Object.fromEntries(namesOfStep(step, values).map((name) => [name, label(name, titles)]));
  return (
    <Form className="ballot-form" initial={values} labels={labels} {...(state ? { state } : {})}>
      {/* The Enter key in any field presses the first button of a form: this one, not that of another step. */}
      <button name="go" value="next" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <WalkSteps current={step} />
      {children}
      <div className="form-actions">
        <Button name="go" value="next">
          {t(toPreview ? 'to-preview' : 'next')}
        </Button>
        {step !== 'matter' && (
          <Button name="go" value="back" variant="secondary">
            {t('back')}
          </Button>
        )}
        <Button name="go" value="later" variant="quiet">
          {t('later')}
        </Button>
      </div>
    </Form>
  );
}
