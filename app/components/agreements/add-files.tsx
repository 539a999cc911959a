import { Button, DisclosureForm, Field, FileUpload } from '~/components/ui';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { fileKinds } from './file-kinds';

/** Lays files beside a draft. */
export function AddFiles({ state }: { state: FormState | undefined }) {
  const t = useText(agreements);
  return (
    <DisclosureForm trigger={t('files-add')} size="small" intent="files" files state={state}>
      <Field name="files" label={t('files')} required>
        <FileUpload accept={fileKinds} maximum={10} megabytes={20} hint={t('files-hint')} />
      </Field>
      <Button size="small">{t('files-add')}</Button>
    </DisclosureForm>
  );
}
