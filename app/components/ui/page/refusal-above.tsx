import { useActionData } from '@remix-run/react';
import type { FormState } from '~/lib/form-state';
import { later, whenShown } from '../when-shown';
import { Refused } from './refused';

const RefusedWhenShown = whenShown(
  import.meta.env.SSR ? Refused : later(() => import('./refused').then((own) => own.Refused)),
);

/**
 * The last posting, of whatever form of the page, where it was not taken and the form that sent it may be gone: what
 * refuses it (the ballot is over) also removes the form; what was typed there is shown to be copied. Where the form is
 * there it says so itself, and the style sheet hides this.
 */
export function RefusalAbove() {
  const { form } = (useActionData() ?? {}) as { form?: FormState };
  const refusals = form?.errors?.[''] ?? [];
  return refusals.length === 0 ? null : <RefusedWhenShown refusals={refusals} values={form?.values ?? {}} />;
}
