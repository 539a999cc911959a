import type { InputHTMLAttributes } from 'react';
import { classNames } from '../class-names';
import { useControl } from './field-context';

export interface TextInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'defaultValue' | 'size'> {
  defaultValue?: string;
  type?:
    | 'text'
    | 'email'
    | 'password'
    | 'tel'
    | 'url'
    | 'number'
    | 'search'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'file';
}

/** One line of text. Inside a Field it needs no props; a password is never filled in again. */
export function TextInput({ type = 'text', className, ...rest }: TextInputProps) {
  const control = useControl(rest);
  return (
    <input
      {...rest}
      {...control}
      type={type}
      defaultValue={type === 'password' || type === 'file' ? undefined : control.defaultValue}
      className={classNames('control', className)}
    />
  );
}
