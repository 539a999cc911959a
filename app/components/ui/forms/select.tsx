import { useCallback } from 'react';
import type { SelectHTMLAttributes } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { classNames } from '../class-names';
import { useOtherLanguage } from '../said';
import { useControl } from './field-context';
import { useHeldValues } from './form-context';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'defaultValue' | 'children'
> {
  options: readonly SelectOption[];
  defaultValue?: string;
  /** The words of the empty first option; `null` for none. */
  placeholder?: string | null;
}

/** What emptying the form goes back to. */
function markChosen(list: HTMLSelectElement | null, value = ''): void {
  for (const option of list?.options ?? []) option.defaultSelected = option.value === value;
}

/** One of several. What is saved can always be chosen, also where it is no longer offered: else saving would take it out. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  const t = useText(common);
  const otherLanguage = useOtherLanguage();
  const control = useControl(rest);
  const mark = useCallback(
    (list: HTMLSelectElement | null) => markChosen(list, control.defaultValue),
    [control.defaultValue],
  );
  const held = useHeldValues(control.name).filter((one) => !options.some(({ value }) => value === one));
  return (
    // The option marked as chosen at first stays marked; emptying the form would go back to it after a change was saved.
    <select
      ref={mark}
      key={String(control.defaultValue)}
      {...rest}
      {...control}
      className={classNames('control', 'control-select', className)}
    >
      {placeholder !== null && <option value="">{placeholder ?? t('form.choose')}</option>}
      {held.map((value) => (
        <option key={value} value={value}>
          {t('form.held-choice')}
        </option>
      ))}
      {options.map((option) => (
        <option
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          lang={otherLanguage(option.label)}
        >
          {option.label}
        </option>
      ))}
    </select>
  );
}
