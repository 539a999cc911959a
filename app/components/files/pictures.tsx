import { useState } from 'react';
import type { PictureField } from './picture-field';
import { Field, TextInput } from '~/components/ui';
import { useControl } from '~/components/ui/forms/field-context';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import { edgesOf, smallerEdges, widthAt } from '~/lib/pictures/picture-sizes';
import { paths } from '~/paths';

export interface Picture {
  id: string;
  width: number | null;
  height: number | null;
  description: string | null;
}

/** The addresses of a picture at its sizes, each with how wide it is there. */
function sources({ id, width, height }: Picture): string | undefined {
  if (!width || !height) return undefined;
  const smaller = edgesOf({ width, height }).map(
    (edge) => `${paths.file(id, edge)} ${widthAt({ width, height }, edge)}w`,
  );
  return [...smaller, `${paths.file(id)} ${width}w`].join(', ');
}

/** Where browsers know, by how wide each is drawn (HTML, `sizes`). */
const late = { loading: 'lazy', sizes: 'auto, 12rem' } as const;
/** What a reader waits for: it is asked for before the scripts. React knows the attribute by no other name. */
const first = { fetchpriority: 'high', sizes: '12rem' };

export interface PicturesProps {
  pictures: readonly Picture[];
  /** They stand where the page begins: the first one is not left for later. */
  isLead?: boolean;
}

/** Pictures at the size that the screen needs, each leading to the whole one; its place is kept until it is there. */
export function Pictures({ pictures, isLead }: PicturesProps) {
  const t = useText(proposals);
  if (pictures.length === 0) return null;
  return (
    <ul className="pictures" aria-label={t('pictures')}>
      {pictures.map((picture, index) => (
        <li key={picture.id}>
          <a href={paths.file(picture.id)}>
            <img
              {...(isLead && index === 0 ? first : late)}
              srcSet={sources(picture)}
              src={paths.file(picture.id, smallerEdges[0])}
              alt={picture.description || t('picture', { number: index + 1 })}
              // Where they are not known, null leaves them out as well.
              width={picture.width as number | undefined}
              height={picture.height as number | undefined}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

/**
 * Pictures that go with a form as they are, and what they show where that is asked: for pages that many read and few
 * write on. Who unfolds them is handed `PictureField` by `watchAlong`, which shrinks them and sends them before the form.
 * The Form needs `files`, the action `takePictures`.
 */
export function PicturesAlong({ label, shows }: { label: string; shows?: string }) {
  const [Sent, setSent] = useState<typeof PictureField>();
  if (Sent) return <Sent label={label} maximum={3} />;
  return (
    <>
      <Field name="pictures" label={label}>
        <Files hand={setSent} />
      </Field>
      {shows && (
        // The name that `wordsField` gives: its module would cost these pages a request.
        <Field name="shows-pictures" label={shows}>
          <TextInput maxLength={200} />
        </Field>
      )}
    </>
  );
}

/** Called with what gives the field that sends pictures before the form. */
type Hand = (giving: () => typeof PictureField) => void;

/** Where `watchAlong` finds how to hand it over. */
export interface AlongInput extends HTMLInputElement {
  hand?: Hand;
}

function Files({ hand }: { hand: Hand }) {
  const control = { ...useControl({}), defaultValue: undefined };
  const found = (input: AlongInput | null) => {
    if (input) input.hand = hand;
  };
  return (
    <input {...control} ref={found} type="file" accept="image/*,.heic,.heif" multiple className="control" />
  );
}
