import type { ReactNode } from 'react';
import { AreaPicker } from './area-picker';
import { AreaSelect } from './area-select';
import { Field } from '../field';
import { useFieldErrors, useFieldValue, useForm } from '../form-context';
import { SavedValue } from '../saved-value';
import type { AreaChoices } from '~/lib/choices/area-choices';

export interface AreaFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** As `areaChoices` gives them. */
  areas: AreaChoices;
}

/** An area: from a list where there are few of them, else by name, by code and level by level. */
export function AreaField({ areas, ...field }: AreaFieldProps) {
  const { state } = useForm();
  const value = useFieldValue(field.name) ?? '';
  const errors = useFieldErrors(field.name);
  if (areas.few)
    return (
      <Field {...field}>
        <AreaSelect areas={areas.few} />
      </Field>
    );
  const answer = state?.areas?.[field.name];
  const { known, ...rest } = areas;
  const choices = {
    ...rest,
    known: answer?.chosen ? [answer.chosen, ...known] : known,
    found: answer?.found ?? areas.found,
  };
  return (
    <>
      <AreaPicker {...field} {...{ value, errors, choices }} />
      <SavedValue name={field.name} offered={{ areas: choices.known }} />
    </>
  );
}

export interface AreaInQueryProps {
  label: string;
  /** As `areaFilter` gives them. */
  areas: AreaChoices;
  /** The page that looks areas up: the form itself goes elsewhere. */
  lookAt: string;
}

/** An area in a form that asks for something by address, as `area`; the one that is known first is chosen. */
export function AreaInQuery({ label, areas, lookAt }: AreaInQueryProps) {
  const name = 'area';
  if (areas.few)
    return (
      <Field name={name} label={label}>
        <AreaSelect areas={areas.few} placeholder={null} />
      </Field>
    );
  return (
    <AreaPicker {...{ name, label, lookAt }} required value={areas.known[0]?.id ?? ''} choices={areas} />
  );
}
