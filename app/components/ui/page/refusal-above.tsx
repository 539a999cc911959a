import { useActionData } from '@remix-run/react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { Notice } from './notice';

/** The refusals of the last posting that concern no field, of whatever form of the page it was. */
function refusalsIn(outcome: unknown): string[] {
  const { form } = (outcome ?? {}) as { form?: { errors?: Record<string, string[]> } };
  return form?.errors?.[''] ?? [];
}

/**
 * What was posted and not taken, where the form that sent it may be gone: what refuses it (the ballot is over) also
 * removes the form. Where the form is there it says so itself, and the style sheet hides this.
 */
export function RefusalAbove() {
  const t = useText(common);
  const refusals = refusalsIn(useActionData());
  if (refusals.length === 0) return null;
  return (
    <div className="refusal-above">
      <Notice kind="error" title={t('form.refused-title')}>
        {refusals.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </Notice>
    </div>
  );
}
