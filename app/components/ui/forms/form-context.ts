import { createContext, useContext } from 'react';
import type { FormState } from '~/lib/form-state';

export interface FormContextValue {
  formId: string;
  /** What came back from the last posting, if anything was wrong with it. */
  state: FormState | undefined;
  /** What the fields hold before anyone typed. */
  initial: FormState['values'];
  pending: boolean;
}

const outsideForms: FormContextValue = { formId: 'page', state: undefined, initial: {}, pending: false };

export const FormContext = createContext<FormContextValue>(outsideForms);

export function useForm(): FormContextValue {
  return useContext(FormContext);
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}

/** What stands in a field: what was typed, else what it held before. */
export function useFieldValue(name: string): string | undefined {
  const { state, initial } = useForm();
  const value = state ? state.values[name] : initial[name];
  return Array.isArray(value) ? value[0] : value;
}

/** What is saved in a field of the form, whatever was typed since: it is always among the choices. */
export function useHeldValues(name: string): readonly string[] {
  return [useForm().initial[name] ?? []].flat().filter((value) => value !== '');
}

/** The chosen ones of a group of boxes; undefined where nothing was chosen or given yet. */
export function useChosenValues(name: string): readonly string[] | undefined {
  const { state, initial } = useForm();
  const value = (state ? state.values : initial)[name];
  if (value === undefined) return state ? [] : undefined;
  return Array.isArray(value) ? value : [value];
}

const noErrors: readonly string[] = [];

export function useFieldErrors(name: string): readonly string[] {
  return useForm().state?.errors[name] ?? noErrors;
}
