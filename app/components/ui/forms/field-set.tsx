import type { ReactNode } from 'react';

export interface FieldSetProps {
  legend: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** Fields that belong together under one heading. */
export function FieldSet({ legend, hint, children }: FieldSetProps) {
  return (
    <fieldset className="field-set">
      <legend>{legend}</legend>
      {hint && <div className="field-hint">{hint}</div>}
      {children}
    </fieldset>
  );
}
