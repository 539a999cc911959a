import { useRef, useState } from 'react';
import type { ChangeEvent, ComponentType } from 'react';
import { DescriptionInput } from './picture-words';
import type { PictureUploadsProps } from './uploads/picture-uploads';
import type { UploadQueue } from './uploads/upload-queue';
import { Field, Icon } from '~/components/ui';
import { useControl } from '~/components/ui/forms/field-context';
import { useChosenValues } from '~/components/ui/forms/form-context';
import { pictureField } from '~/i18n/picture-field';
import { useText } from '~/i18n/use-text';
import { keptField } from '~/lib/pictures/picture-fields';
import { paths } from '~/paths';

/** HEIC by its endings, too: few systems know its type. */
const accepted = 'image/*,.heic,.heif';

export interface PictureFieldProps {
  name?: string;
  label: string;
  /** How many pictures at most. */
  maximum?: number;
}

/**
 * Pictures from the gallery or the camera; the Form needs `files`, the action `takePictures`. They go with the form; where
 * scripts run they are shrunk and sent as soon as they are chosen, and the form takes their ids along.
 */
export function PictureField({ name = 'pictures', label, maximum = 5 }: PictureFieldProps) {
  const t = useText(pictureField);
  return (
    <Field name={name} label={label} hint={t('hint', { count: maximum })}>
      <PictureInputs name={name} maximum={maximum} />
    </Field>
  );
}

type Inputs = Required<Pick<PictureFieldProps, 'name' | 'maximum'>>;

function PictureInputs({ name, maximum }: Inputs) {
  const t = useText(pictureField);
  const control = { ...useControl({ name }), defaultValue: undefined };
  const kept = useChosenValues(keptField(name)) ?? [];
  const { uploads, load } = useUploads(kept);
  const take = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(input.files ?? []);
    if (files.length === 0) return;
    const { queue } = await load();
    queue.add(files.slice(0, maximum - queue.items().length));
    input.value = '';
  };
  // What cannot be loaded is not needed: the files go with the form.
  const onChange = (event: ChangeEvent<HTMLInputElement>) => void take(event).catch(() => {});
  return (
    <div className="upload picture-field">
      <input
        {...control}
        {...{ onChange, accept: accepted }}
        type="file"
        multiple={maximum > 1}
        className="control"
      />
      <label className="picture-camera">
        <Icon name="picture" /> {t('camera')}
        <input
          {...{ name, onChange }}
          type="file"
          accept="image/*"
          capture="environment"
          className="control"
        />
      </label>
      {uploads ? (
        <uploads.List {...{ name, maximum }} queue={uploads.queue} />
      ) : (
        <Plain {...{ name, kept }} />
      )}
    </div>
  );
}

interface Uploads {
  queue: UploadQueue;
  List: ComponentType<PictureUploadsProps>;
}

/** The queue and its list, whose code is loaded when the first picture is chosen. */
function useUploads(kept: readonly string[]) {
  const loading = useRef<Promise<Uploads>>(undefined);
  const [uploads, setUploads] = useState<Uploads | null>(null);
  const begin = async (): Promise<Uploads> => {
    const { PictureUploads: List, queueOfField } = await import('./uploads/picture-uploads');
    const begun = { List, queue: queueOfField(kept) };
    setUploads(begun);
    return begun;
  };
  const load = () => {
    loading.current ??= begin();
    // What could not be loaded may be there for the next one.
    loading.current.catch(() => (loading.current = undefined));
    return loading.current;
  };
  return { uploads, load };
}

/** Without scripts, and before anything is chosen: what came back with the form, and one line for what is sent with it. */
function Plain({ name, kept }: { name: string; kept: readonly string[] }) {
  const t = useText(pictureField);
  return (
    <>
      {kept.length > 0 && (
        <ul className="upload-pictures" aria-label={t('chosen')}>
          {kept.map((id, index) => (
            <li key={id}>
              <img src={paths.file(id, 320)} alt={t('number', { number: index + 1 })} />
              <input type="hidden" name={keptField(name)} value={id} />
              <DescriptionInput of={id} />
            </li>
          ))}
        </ul>
      )}
      <details className="disclosure">
        <summary className="button button-quiet button-small">{t('describe')}</summary>
        <DescriptionInput of={name} />
      </details>
    </>
  );
}
