import { useEffect, useRef } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { fieldId, useForm } from './form-context';
import { Icon } from '../icon';
import { paths } from '~/paths';

export interface FormErrorSummaryProps {
  /** What to call each field, by its name. */
  labels?: Record<string, string>;
}

/** What is wrong with the form, with a link to each field. Form shows it by itself. */
export function FormErrorSummary({ labels = {} }: FormErrorSummaryProps) {
  const t = useText(common);
  const { state } = useForm();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [state]);
  const faults = Object.entries(state?.errors ?? {}).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  if (faults.length === 0) return null;
  // What the state of things refuses is not mended in the form.
  const atFields = faults.some(({ name }) => name !== '');
  return (
    <div ref={summary} role="alert" tabIndex={-1} className="notice notice-danger form-faults">
      <Icon name="error" />
      <div>
        <p className="notice-title">
          {atFields ? t('form.errors-title', { count: faults.length }) : t('form.refused-title')}
        </p>
        <ul className="error-list">
          {faults.map((fault) => (
            <li key={`${fault.name} ${fault.message}`}>
              <Fault {...fault} label={labels[fault.name]} />
            </li>
          ))}
        </ul>
        {state?.signedOut ? (
          <SignInAgain />
        ) : (
          <Hint isSaved={state?.saved !== undefined} atFields={atFields} />
        )}
      </div>
    </div>
  );
}

/** In a window of its own: what was typed stays here. */
function SignInAgain() {
  const t = useText(common);
  return (
    <p>
      <a href={paths.signIn} target="_blank" rel="noopener" className="button button-primary button-small">
        {t('unsent.sign-in')}
      </a>
    </p>
  );
}

interface FaultProps {
  name: string;
  message: string;
  label: string | undefined;
}

/** One fault, with the way to its field. */
function Fault({ name, message, label }: FaultProps) {
  const t = useText(common);
  const { formId } = useForm();
  if (name === '') return <>{message}</>;
  return <a href={`#${fieldId(formId, name)}`}>{label ? t('form.fault', { label, message }) : message}</a>;
}

function Hint({ isSaved, atFields }: { isSaved: boolean; atFields: boolean }) {
  const t = useText(common);
  if (isSaved) return <p>{t('form.saved-hint')}</p>;
  return <p>{t(atFields ? 'form.errors-hint' : 'form.refused-hint')}</p>;
}
