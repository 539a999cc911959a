import { useFieldValue } from '~/components/ui/forms/form-context';
import { pictureField } from '~/i18n/picture-field';
import { useText } from '~/i18n/use-text';
import { longestDescription, wordsField } from '~/lib/pictures/picture-fields';

/** What a picture shows, for those who do not see it: asked for, and never required. */
export function DescriptionInput({ of }: { of: string }) {
  const t = useText(pictureField);
  const name = wordsField(of);
  return (
    <label className="picture-words">
      {t('shows')}
      <input
        {...{ name, maxLength: longestDescription, placeholder: t('shows-example') }}
        defaultValue={useFieldValue(name)}
        className="control"
      />
    </label>
  );
}
