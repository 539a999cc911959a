import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import type { FieldValues } from '~/lib/form-state';
import { typedTexts } from '~/lib/texts/typed-texts';
import { Notice } from './notice';
import { TypedText } from './typed-text';

/** What refuses a posting, and what was typed into it. */
export function Refused({ refusals, values }: { refusals: readonly string[]; values: FieldValues }) {
  const t = useText(common);
  return (
    <div className="refusal-above">
      <Notice kind="error" title={t('form.refused-title')}>
        {refusals.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <TypedText texts={typedTexts(values)} />
      </Notice>
    </div>
  );
}
