import { createContext, useContext } from 'react';
import { fieldId, useFieldErrors, useFieldValue, useForm } from './form-context';

export interface FieldContextValue {
  name: string;
  required: boolean;
  describedBy: string | undefined;
}

export const FieldContext = createContext<FieldContextValue | null>(null);

export interface ControlOptions {
  /** Only needed outside a Field. */
  name?: string;
  id?: string;
  required?: boolean;
  defaultValue?: string;
}

/** What a control inherits from its field and form: name, id, what was typed, and what is wrong with it. */
export function useControl(options: ControlOptions) {
  const field = useContext(FieldContext);
  const { formId } = useForm();
  const name = options.name ?? field?.name ?? '';
  const typed = useFieldValue(name);
  const errors = useFieldErrors(name);
  return {
    id: options.id ?? fieldId(formId, name),
    name,
    required: options.required ?? field?.required ?? false,
    defaultValue: typed ?? options.defaultValue,
    'aria-describedby': field?.describedBy,
    'aria-invalid': errors.length > 0 ? (true as const) : undefined,
  };
}
