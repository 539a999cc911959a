import { Button, DisclosureForm, Field, FileUpload, Form, Section } from '~/components/ui';
import { agreements } from '~/i18n/agreements';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';
import { fileKinds } from './file-kinds';
import type { FormState } from '~/lib/form-state';

export interface AgreementFilesProps {
  files: readonly { id: string; name: string; bytes: number }[];
  mayAdd: boolean;
  mayRemove: boolean;
  state: FormState | undefined;
}

const megabyte = 1024 * 1024;

/** The files that are part of the text, and their change while it is a draft. */
export function AgreementFiles({ files, mayAdd, mayRemove, state }: AgreementFilesProps) {
  const t = useText(agreements);
  if (files.length === 0 && !mayAdd) return null;
  return (
    <Section title={t('files')} id="files">
      <ul>
        {files.map(({ id, name, bytes }) => (
          <li key={id}>
            <a href={paths.file(id)}>{name}</a> <small>{(bytes / megabyte).toFixed(1)} MB</small>
            {mayRemove && (
              <Form intent="remove-file" hidden={{ fileId: id }} state={state}>
                <Button size="small" variant="quiet">
                  {t('files-remove')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayAdd && (
        <DisclosureForm trigger={t('files-add')} size="small" intent="files" files state={state}>
          <Field name="files" label={t('files')} required>
            <FileUpload accept={fileKinds} maximum={10} megabytes={20} hint={t('files-hint')} />
          </Field>
          <Button size="small">{t('files-add')}</Button>
        </DisclosureForm>
      )}
    </Section>
  );
}
