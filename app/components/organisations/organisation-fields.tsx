import { acceptedDocuments } from '~/components/files/documents';
import { AreaField, Field, FileUpload, Select, TextArea, TextInput } from '~/components/ui';
import { organisationKinds } from '~/domains/actor';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';
import type { AreaChoices } from '~/lib/choices/area-choices';

/** What a moderator verifies of an organisation, as its owner states it. */
export function OrganisationFields({ areas }: { areas: AreaChoices }) {
  const t = useText(community);
  return (
    <>
      <Field name="kind" label={t('kind')} required>
        <Select options={organisationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Field>
      <Field name="name" label={t('form.name')} hint={t('form.name-hint')} required>
        <TextInput maxLength={60} autoComplete="organization" />
      </Field>
      <Field name="creditCode" label={t('form.credit-code')} hint={t('form.credit-code-hint')} required>
        <TextInput autoCapitalize="characters" spellCheck="false" />
      </Field>
      <Field name="files" label={t('form.certificate')} hint={t('form.certificate-hint')}>
        <FileUpload accept={acceptedDocuments} maximum={5} megabytes={10} />
      </Field>
      <AreaField name="areaId" label={t('form.area')} required areas={areas} />
      <Field name="about" label={t('form.about')} required>
        <TextArea rows={4} maximum={2000} />
      </Field>
      <Field name="contact" label={t('form.contact')} hint={t('form.contact-hint')}>
        <TextInput maxLength={200} />
      </Field>
    </>
  );
}
