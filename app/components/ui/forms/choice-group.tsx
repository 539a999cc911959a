import type { ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { classNames } from '../class-names';
import { FieldErrors } from './field';
import { Said, useOtherLanguage } from '../said';
import { SavedValue } from './saved-value';
import { fieldId, useChosenValues, useFieldErrors, useForm, useHeldValues } from './form-context';

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface ChoiceGroupProps {
  name: string;
  label: string;
  choices: readonly Choice[];
  hint?: ReactNode;
  required?: boolean;
  /** Side by side where there is room: for short words. */
  inline?: boolean;
}

export interface RadioGroupProps extends ChoiceGroupProps {
  defaultValue?: string;
}

/** One of several. */
export function RadioGroup({ defaultValue, ...rest }: RadioGroupProps) {
  return <ChoiceGroup {...rest} type="radio" preset={defaultValue === undefined ? [] : [defaultValue]} />;
}

export interface CheckboxGroupProps extends ChoiceGroupProps {
  defaultValues?: readonly string[];
}

/** Any of several; the name is sent once for each that is ticked. */
export function CheckboxGroup({ defaultValues = [], ...rest }: CheckboxGroupProps) {
  return <ChoiceGroup {...rest} type="checkbox" preset={defaultValues} />;
}

interface InnerProps extends ChoiceGroupProps {
  type: 'radio' | 'checkbox';
  preset: readonly string[];
}

/** What is saved can always be chosen, also where it is no longer offered: else saving would take it out. */
function useHeldChoices(name: string, choices: readonly Choice[]): Choice[] {
  const t = useText(common);
  const held = useHeldValues(name).filter((one) => !choices.some(({ value }) => value === one));
  return held.map((value) => ({ value, label: t('form.held-choice') }));
}

function ChoiceGroup({ name, label, choices, hint, required, inline, type, preset }: InnerProps) {
  const t = useText(common);
  const { formId } = useForm();
  const id = fieldId(formId, name);
  const errors = useFieldErrors(name);
  const chosen = useChosenValues(name) ?? preset;
  const held = useHeldChoices(name, choices);
  const describedBy =
    [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset
      className={classNames('field', errors.length > 0 && 'field-wrong')}
      aria-describedby={describedBy}
      aria-invalid={errors.length > 0 || undefined}
    >
      <legend className="field-label">
        <Said>{label}</Said>
        {required && <span className="field-required">{t('form.required')}</span>}
      </legend>
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      <FieldErrors id={`${id}-error`} errors={errors} />
      <div className={classNames('choices', inline && 'choices-inline')}>
        {[...choices, ...held].map((choice, index) => (
          <ChoiceLine
            key={choice.value}
            {...{ type, name, choice, required: required === true && type === 'radio' }}
            id={index === 0 ? id : `${id}-${index}`}
            checked={chosen.includes(choice.value)}
          />
        ))}
      </div>
      <SavedValue name={name} offered={{ options: choices }} />
    </fieldset>
  );
}

interface ChoiceLineProps {
  type: 'radio' | 'checkbox';
  name: string;
  id: string;
  choice: Choice;
  checked: boolean;
  required: boolean;
}

function ChoiceLine({ type, name, id, choice, checked, required }: ChoiceLineProps) {
  const hintId = choice.hint ? `${id}-choice-hint` : undefined;
  return (
    <div>
      <label className="choice" htmlFor={id}>
        <input
          {...{ type, name, id, required }}
          value={choice.value}
          defaultChecked={checked}
          disabled={choice.disabled}
          aria-describedby={hintId}
        />
        <span lang={useOtherLanguage()(choice.label)}>{choice.label}</span>
      </label>
      {choice.hint && (
        <div id={hintId} className="field-hint choice-hint">
          {choice.hint}
        </div>
      )}
    </div>
  );
}
