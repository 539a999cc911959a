import { Button, Field, Form, TextInput } from '~/components/ui';
import { phones } from '~/i18n/phones';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface PhoneCodeProps {
  state: FormState | undefined;
  /** What the button says, and what else the form carries. */
  submit: string;
  intent: string;
  hidden?: Record<string, string>;
}

/** Where a code is typed in that came by text message: phones offer it by themselves. */
export function PhoneCode({ state, submit, intent, hidden }: PhoneCodeProps) {
  const t = useText(phones);
  return (
    <Form state={state} intent={intent} {...(hidden && { hidden })}>
      <Field name="code" label={t('code')} required>
        <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
      </Field>
      <div className="form-actions">
        <Button size="large">{submit}</Button>
      </div>
    </Form>
  );
}
