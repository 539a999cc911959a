import type { SelectHTMLAttributes } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { classNames } from '../class-names';
import { useControl } from './field-context';

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

export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  const t = useText(common);
  const control = useControl(rest);
  return (
    // React leaves the option marked as chosen at first; emptying the form would go back to it after a change was saved.
    <select
      key={String(control.defaultValue)}
      {...rest}
      {...control}
      className={classNames('control', 'control-select', className)}
    >
      {placeholder !== null && <option value="">{placeholder ?? t('form.choose')}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
