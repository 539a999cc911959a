import type { ReactNode } from 'react';
import { FieldErrors } from './field';
import { fieldId, useChosenValues, useFieldErrors, useForm } from './form-context';

export interface CheckboxProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is sent when ticked; `on` unless told. */
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
}

/** One box to tick, with its words and its error. */
export function Checkbox({
  name,
  label,
  hint,
  value = 'on',
  defaultChecked = false,
  required,
}: CheckboxProps) {
  const { formId } = useForm();
  const id = fieldId(formId, name);
  const errors = useFieldErrors(name);
  const checked = useChosenValues(name)?.includes(value) ?? defaultChecked;
  const describedBy =
    [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <FieldErrors id={`${id}-error`} errors={errors} />
      <label className="choice" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          required={required}
          aria-describedby={describedBy}
          aria-invalid={errors.length > 0 || undefined}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <div id={`${id}-hint`} className="field-hint choice-hint">
          {hint}
        </div>
      )}
    </div>
  );
}
