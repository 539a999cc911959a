import type { DecideUnaskedProps } from './decide-unasked';
import { PicturesAlong } from '~/components/files/pictures';
import { ConfirmForm, Field, Select, TextArea } from '~/components/ui';
import { breaches } from '~/domains/moderation/grounds';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';

/** Says that something breaks the rules; the page's action takes it as intent `report`. */
export function ReportForm({ subject, state }: DecideUnaskedProps) {
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
      files
    >
      <Field name="ground" label={t('report-ground')} required>
        <Select options={breaches.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))} />
      </Field>
      <Field name="words" label={t('report-words')}>
        <TextArea rows={3} maximum={500} />
      </Field>
      <PicturesAlong label={t('report-pictures')} />
    </ConfirmForm>
  );
}
