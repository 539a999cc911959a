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
  /** What is asked for: what the person has set up, or of who holds an office the code that was mailed. */
  asks?: 'passkey' | 'mail' | undefined;
  /** A form that was posted when nobody was signed in, as it was written. */
  posted?: string | undefined;
  state?: FormState | undefined;
}

/** What is asked after the password where it alone lets nobody in: a passkey, a recovery code or a mailed one. */
export function SecondStep({ half, next, asks = 'passkey', posted, state }: SecondStepProps) {
  const t = useText(passkeys);
  const hidden = { half, next, asks, ...(posted ? { posted } : {}) };
  const form: StepForm = { action: paths.secondFactor, hidden, ...(state && { state }) };
  const lead = asks === 'mail' ? t('second-mail-lead') : t('second-lead');
  return (
    <div className="narrow stack">
      <PageHeader title={t('second-page')} lead={half === '' ? t('second-start') : lead} />
      {half !== '' && (asks === 'mail' ? <MailedCode form={form} /> : <OwnStep form={form} half={half} />)}
      <p>
        <Link to={`${paths.signIn}?next=${encodeURIComponent(next)}`}>{t('second-start')}</Link>
      </p>
    </div>
  );
}

interface StepForm {
  action: string;
  hidden: Record<string, string>;
  state?: FormState;
}

/** By what the person has set up. */
function OwnStep({ form, half }: { form: StepForm; half: string }) {
  const t = useText(passkeys);
  return (
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
  );
}

/** Of who holds an office and has set up nothing. */
function MailedCode({ form }: { form: StepForm }) {
  const t = useText(passkeys);
  return (
    <>
      <Form {...form} intent="mailed">
        <Field name="code" label={t('second-mail-label')} hint={t('second-mail-hint')} required>
          <TextInput autoComplete="one-time-code" maxLength={60} />
        </Field>
        <Button size="large">{t('second-mail-submit')}</Button>
      </Form>
      <p>{t('second-mail-why')}</p>
    </>
  );
}
