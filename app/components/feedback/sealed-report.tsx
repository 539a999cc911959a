import { Button, DisclosureForm, Field, Notice, TextInput } from '~/components/ui';
import { feedback as texts } from '~/i18n/feedback';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface SealedReportProps {
  /** The name behind it, once it was opened. */
  reporter: string | undefined;
  mayOpen: boolean;
  state: FormState | undefined;
}

/** Of a report of misconduct: who reads it, and the name behind it for whoever says why. */
export function SealedReport({ reporter, mayOpen, state }: SealedReportProps) {
  const t = useText(texts);
  return (
    <>
      <Notice>{t('report-notice')}</Notice>
      {reporter !== undefined && <Notice kind="success">{t('reporter-is', { name: reporter })}</Notice>}
      {mayOpen && (
        <DisclosureForm
          trigger={t('open-reporter')}
          description={<p>{t('open-reporter-hint')}</p>}
          intent="who"
          state={state}
        >
          <Field name="reason" label={t('open-reporter-reason')} required>
            <TextInput maxLength={300} />
          </Field>
          <Button>{t('open-reporter')}</Button>
        </DisclosureForm>
      )}
    </>
  );
}
