import { ConfirmForm, Field, Select, TextArea } from '~/components/ui';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

const grounds = ['insult', 'private', 'false', 'advertising', 'illegal', 'other'] as const;

/** Says that something breaks the rules; the page's action takes it as intent `report`. */
export function ReportForm({ subject, state }: { subject: { kind: string; id: string }; state?: FormState }) {
  const t = useText(deliberation);
  return (
    <ConfirmForm
      trigger={t('report')}
      title={t('report-title')}
      description={<p>{t('report-hint')}</p>}
      confirm={t('report-send')}
      variant="quiet"
      size="small"
      intent="report"
      hidden={{ subjectKind: subject.kind, subjectId: subject.id }}
      state={state}
    >
      <Field name="ground" label={t('report-ground')} required>
        <Select options={grounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))} />
      </Field>
      <Field name="words" label={t('report-words')}>
        <TextArea rows={3} maximum={500} />
      </Field>
    </ConfirmForm>
  );
}
