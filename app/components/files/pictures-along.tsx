import { Field } from '~/components/ui';
import { useControl } from '~/components/ui/forms/field-context';

/**
 * Pictures that go with a form as they are: for pages that many read and few write on, and that bring no code for it.
 * The Form needs `files`, the action `takePictures`.
 */
export function PicturesAlong({ label }: { label: string }) {
  return (
    <Field name="pictures" label={label}>
      <Files />
    </Field>
  );
}

function Files() {
  const control = { ...useControl({}), defaultValue: undefined };
  return <input {...control} type="file" accept="image/*,.heic,.heif" multiple className="control" />;
}
