import type { ReactNode } from 'react';
import { classNames } from '~/components/ui';
import { FieldErrors } from '~/components/ui/forms/field';
import { fieldId, useFieldErrors, useForm } from '~/components/ui/forms/form-context';

interface PaperGroupProps {
  /** What is wrong with all together comes back under this name. */
  name: string;
  legend: string;
  hint: string;
  children: ReactNode;
}

/** The fields of a paper that are right or wrong together: points of one sum, places of one order. */
export function PaperGroup({ name, legend, hint, children }: PaperGroupProps) {
  const { formId } = useForm();
  const id = fieldId(formId, name);
  const errors = useFieldErrors(name);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classNames('field-set', errors.length > 0 && 'field-wrong')}
      aria-describedby={errors.length > 0 ? `${id}-hint ${id}-error` : `${id}-hint`}
      aria-invalid={errors.length > 0 || undefined}
    >
      <legend>{legend}</legend>
      <div id={`${id}-hint`} className="field-hint">
        {hint}
      </div>
      <FieldErrors id={`${id}-error`} errors={errors} />
      {children}
    </fieldset>
  );
}
