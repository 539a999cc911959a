import type { FormState } from '~/lib/form-state';

export interface Marks {
  intent?: string;
  hidden?: Record<string, string>;
}

/** What a form sends unseen: by it, a page with several forms tells whose posting came back. */
export function sentWith({ intent, hidden }: Marks): Record<string, string> {
  return { ...hidden, ...(intent ? { intent } : {}) };
}

/** The state if it came back from the form with these marks. */
export function ownState(state: FormState | undefined, marks: Marks): FormState | undefined {
  if (!state) return undefined;
  return Object.entries(sentWith(marks)).every(([name, value]) => state.values[name] === value)
    ? state
    : undefined;
}
