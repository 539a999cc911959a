import { useEffect, useRef } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { fieldId, useForm } from './form-context';
import { Icon } from '../icon';

export interface FormErrorSummaryProps {
  /** What to call each field, by its name. */
  labels?: Record<string, string>;
}

/** What is wrong with the form, with a link to each field. Form shows it by itself. */
export function FormErrorSummary({ labels = {} }: FormErrorSummaryProps) {
  const t = useText(common);
  const { formId, state } = useForm();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [state]);
  const faults = Object.entries(state?.errors ?? {}).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  if (faults.length === 0) return null;
  return (
    <div ref={summary} role="alert" tabIndex={-1} className="notice notice-danger">
      <Icon name="error" />
      <div>
        <p className="notice-title">{t('form.errors-title', { count: faults.length })}</p>
        <ul className="error-list">
          {faults.map(({ name, message }) => (
            <li key={`${name} ${message}`}>
              {name === '' ? (
                message
              ) : (
                <a href={`#${fieldId(formId, name)}`}>
                  {labels[name] ? t('form.fault', { label: labels[name], message }) : message}
                </a>
              )}
            </li>
          ))}
        </ul>
        {state?.signedOut ? (
          <p>
            <a href="/sign-in" target="_blank" rel="noopener" className="button button-primary button-small">
              {t('unsent.sign-in')}
            </a>
          </p>
        ) : (
          <p>{t('form.errors-hint')}</p>
        )}
      </div>
    </div>
  );
}
