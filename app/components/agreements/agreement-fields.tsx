import {
  AreaField,
  CheckboxGroup,
  Field,
  MarkdownEditor,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';
import type { AreaChoices } from '~/lib/area-choices';

export interface AgreementFieldsProps {
  areas: AreaChoices;
  organisations: readonly { id: string; name: string }[];
  proposals: readonly { id: string; title: string }[];
}

export function AgreementFields({ areas, organisations, proposals }: AgreementFieldsProps) {
  const t = useText(agreements);
  return (
    <>
      <Field name="title" label={t('form.title')} required>
        <TextInput maxLength={80} />
      </Field>
      <AreaField name="areaId" label={t('form.area')} required areas={areas} />
      <Field name="proposalId" label={t('form.proposal')}>
        <Select
          placeholder={t('form.no-proposal')}
          options={proposals.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Field>
      <CheckboxGroup
        name="partyIds"
        label={t('form.parties')}
        choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <Field name="body" label={t('form.body')} hint={t('form.body-hint')} required>
        <MarkdownEditor rows={12} maximum={30_000} />
      </Field>
      <Field name="obligations" label={t('form.obligations')} hint={t('form.obligations-hint')}>
        <TextArea rows={5} maximum={5000} />
      </Field>
    </>
  );
}
