import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { classNames } from '../class-names';
import { FieldContext } from './field-context';
import { fieldId, useFieldErrors, useForm } from './form-context';
import { Icon } from '../icon';
import { Said } from '../said';
import { offeredBy, SavedValue } from './saved-value';

export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  className?: string;
  /** One control: TextInput, TextArea, Select … */
  children: ReactNode;
}

/** A label, a hint, one control, and what is wrong with it. */
export function Field({ name, label, hint, required = false, className, children }: FieldProps) {
  const { formId } = useForm();
  const id = fieldId(formId, name);
  const errors = useFieldErrors(name);
  const describedBy = describing({ id, hint, errors });
  const context = useMemo(() => ({ name, required, describedBy }), [name, required, describedBy]);
  return (
    <div className={classNames('field', errors.length > 0 && 'field-wrong', className)}>
      <label htmlFor={id} className="field-label">
        <LabelWords label={label} required={required} />
      </label>
      <FieldWords {...{ id, hint, errors }} />
      <FieldContext.Provider value={context}>{children}</FieldContext.Provider>
      <SavedValue name={name} offered={offeredBy(children)} />
    </div>
  );
}

/** What stands in a label, also in the legend of a group that is one field. */
export function LabelWords({ label, required }: { label: string; required: boolean }) {
  const t = useText(common);
  return (
    <>
      <Said>{label}</Said>
      {required && <span className="field-required">{t('form.required')}</span>}
    </>
  );
}

export interface FieldWordsProps {
  /** The field's, from which those of the words are made. */
  id: string;
  hint?: ReactNode;
  errors: readonly string[];
}

/** The ids of the words that a field has, as `aria-describedby` takes them. */
export function describing({ id, hint, errors }: FieldWordsProps): string | undefined {
  return [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** The hint of a field and what is wrong with it, between the label and the control. */
export function FieldWords({ id, hint, errors }: FieldWordsProps) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </>
  );
}

export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  const t = useText(common);
  if (errors.length === 0) return null;
  return (
    <div id={id} className="field-error">
      <Icon name="error" />
      <span className="sr-only">{t('form.error')}</span>
      {errors.join(' ')}
    </div>
  );
}
