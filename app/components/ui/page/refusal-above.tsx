import { useActionData } from '@remix-run/react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { typedTexts } from '~/lib/texts/typed-texts';
import { Notice } from './notice';
import { TypedText } from './typed-text';

/** The last posting, of whatever form of the page: refusals that concern no field, and what was typed. */
function refusedIn(outcome: unknown) {
  const { form } = (outcome ?? {}) as { form?: FormState };
  return { refusals: form?.errors?.[''] ?? [], texts: typedTexts(form?.values ?? {}) };
}

/**
 * What was posted and not taken, where the form that sent it may be gone: what refuses it (the ballot is over) also
 * removes the form; what was typed there is shown to be copied. Where the form is there it says so itself, and the style sheet hides this.
 */
export function RefusalAbove() {
  const t = useText(common);
  const { refusals, texts } = refusedIn(useActionData());
  if (refusals.length === 0) return null;
  return (
    <div className="refusal-above">
      <Notice kind="error" title={t('form.refused-title')}>
        {refusals.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <TypedText texts={texts} />
      </Notice>
    </div>
  );
}
