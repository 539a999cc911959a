import * as adding from './add-files';
import { Button, Form, later, Section, whenShown } from '~/components/ui';
import { agreements } from '~/i18n/agreements';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

const AddFiles = whenShown(
  import.meta.env.SSR ? adding.AddFiles : later(() => import('./add-files').then((own) => own.AddFiles)),
);

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
      {mayAdd && <AddFiles state={state} />}
    </Section>
  );
}
