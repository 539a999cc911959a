import { useState } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { useControl } from './field-context';

const bytesInMegabyte = 1024 * 1024;

export interface FileUploadProps {
  name?: string;
  accept?: string;
  multiple?: boolean;
  /** How many files at most. */
  maximum?: number;
  /** How large each may be. */
  megabytes?: number;
  /** In place of the words about pictures. */
  hint?: string;
}

/** Files to send along, pictures unless told; the Form needs `files`. Names what was chosen, and what is empty or too large. */
export function FileUpload({
  name,
  accept = 'image/jpeg,image/png,image/webp',
  multiple = true,
  maximum = 6,
  megabytes = 8,
  hint,
}: FileUploadProps) {
  const t = useText(common);
  const control = { ...useControl({ name }), defaultValue: undefined };
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const refusal = useRefusal(megabytes);
  const ofPictures = accept.split(',').every((type) => type.startsWith('image/'));
  const most = { count: multiple ? maximum : 1, megabytes };
  return (
    <div className="upload">
      <input
        {...control}
        type="file"
        accept={accept}
        multiple={multiple}
        className="control"
        data-too-big={chosen.some((file) => refusal(file) !== null) || undefined}
        onChange={(event) => setChosen(Array.from(event.currentTarget.files ?? []))}
      />
      <p className="field-hint">{hint ?? t(ofPictures ? 'upload.hint' : 'upload.files-hint', most)}</p>
      <div aria-live="polite">
        {chosen.length > 0 && (
          <ul aria-label={t('upload.chosen')} className="upload-list">
            {chosen.map((file) => (
              <li key={file.name} className={refusal(file) === null ? undefined : 'field-error'}>
                {refusal(file) ?? file.name}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

interface ChosenFile {
  name: string;
  size: number;
}

/** Why a file would be refused, in words; null where nothing is known against it. */
function useRefusal(megabytes: number) {
  const t = useText(common);
  return ({ name, size }: ChosenFile): string | null => {
    if (size === 0) return t('upload.empty', { name });
    return size > megabytes * bytesInMegabyte ? t('upload.too-big', { name, megabytes }) : null;
  };
}
