import { Link } from '@remix-run/react';
import { Button, Field, Form, PageHeader, Section, TextInput } from '~/components/ui';
import { passkeys } from '~/i18n/passkeys';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';
import { PasskeyForm } from './passkey-form';

export interface SecondStepProps {
  /** By which the password that was right is known again; empty where nobody has given one. */
  half: string;
  next: string;
  /** A form that was posted when nobody was signed in, as it was written. */
  posted?: string | undefined;
  state?: FormState | undefined;
}

/** What is asked after the password where it alone lets nobody in: a passkey, or a recovery code. */
export function SecondStep({ half, next, posted, state }: SecondStepProps) {
  const t = useText(passkeys);
  const hidden = { half, next, ...(posted ? { posted } : {}) };
  const form = { action: paths.secondFactor, hidden, ...(state && { state }) };
  return (
    <div className="narrow stack">
      <PageHeader title={t('second-page')} lead={half === '' ? t('second-start') : t('second-lead')} />
      {half !== '' && (
        <>
          <PasskeyForm {...form} kind="use" ask={{ purpose: 'second-factor', half }} intent="passkey">
            <Button size="large">{t('second-use')}</Button>
          </PasskeyForm>
          <Section title={t('second-code')}>
            <Form {...form} intent="code">
              <Field name="code" label={t('second-code-label')} hint={t('second-code-hint')} required>
                <TextInput autoComplete="one-time-code" maxLength={60} />
              </Field>
              <Button variant="secondary">{t('second-code-submit')}</Button>
            </Form>
          </Section>
          <p>{t('second-lost')}</p>
        </>
      )}
      <p>
        <Link to={`${paths.signIn}?next=${encodeURIComponent(next)}`}>{t('second-start')}</Link>
      </p>
    </div>
  );
}
