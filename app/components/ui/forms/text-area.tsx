import { useState } from 'react';
import type { TextareaHTMLAttributes } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { classNames } from '../class-names';
import { useControl } from './field-context';
import { useHydrated } from '../use-hydrated';

export interface TextAreaProps extends Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'defaultValue' | 'maxLength'
> {
  defaultValue?: string;
  /** How many characters the text may have: counted while typing, checked by the server. */
  maximum?: number;
}

/** Several lines of text. With `maximum` it counts; it never cuts off what is pasted. */
export function TextArea({ maximum, rows = 5, className, onInput, ...rest }: TextAreaProps) {
  const control = useControl(rest);
  const [written, setWritten] = useState(control.defaultValue ?? '');
  return (
    <>
      <textarea
        {...rest}
        {...control}
        rows={rows}
        className={classNames('control', className)}
        onInput={(event) => {
          if (maximum) setWritten(event.currentTarget.value);
          onInput?.(event);
        }}
      />
      {maximum && <CharacterCount written={written} maximum={maximum} />}
    </>
  );
}

function CharacterCount({ written, maximum }: { written: string; maximum: number }) {
  const t = useText(common);
  const hydrated = useHydrated();
  if (!hydrated) return null;
  const count = [...written].length;
  const over = count - maximum;
  return (
    <p
      className={classNames('field-count', over > 0 && 'field-count-over')}
      aria-live={over > -20 ? 'polite' : 'off'}
    >
      {over > 0 ? t('form.count-over', { count, over }) : t('form.count', { count, maximum })}
    </p>
  );
}
