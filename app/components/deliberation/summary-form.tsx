import { Button, DisclosureForm, Field, TextArea } from '~/components/ui';
import type { DiscussionPage } from '~/domains/deliberation/index.server';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface SummaryFormProps {
  summary: DiscussionPage['summary'];
  state: FormState | undefined;
}

/** Where moderators write what a discussion comes to. */
export function SummaryForm({ summary, state }: SummaryFormProps) {
  const t = useText(deliberation);
  return (
    <DisclosureForm
      trigger={t(summary?.source ? 'summary-edit' : 'summary-write')}
      size="small"
      intent="summarise"
      revision={String(summary?.version ?? 0)}
      initial={{ body: summary?.source ?? '' }}
      state={state}
    >
      <Field name="body" label={t('summary-words')} hint={t('summary-hint')}>
        <TextArea rows={5} maximum={4000} />
      </Field>
      <Button size="small">{t('summary-save')}</Button>
    </DisclosureForm>
  );
}
