import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { TextInput } from './text-input';
import type { TextInputProps } from './text-input';
import { wallClockText } from '~/lib/time/local-time';
import { defaultTimeZone, useTimeZone } from '../figures/time-zone';

export interface DateTimeInputProps extends Omit<TextInputProps, 'type' | 'defaultValue'> {
  /** An instant, or what the input itself holds (`2026-11-24T14:30`). */
  defaultValue?: Date | string;
  /** The day alone. */
  dateOnly?: boolean;
}

/** A day and a time by the portal's clock. What is sent has no zone: the server reads it in the portal's. */
export function DateTimeInput({ defaultValue, dateOnly, ...rest }: DateTimeInputProps) {
  const t = useText(common);
  const zone = useTimeZone();
  const wall = defaultValue instanceof Date ? wallClockText(defaultValue, zone) : defaultValue;
  const value = dateOnly ? wall?.slice(0, 10) : wall;
  const zoneText = zone === defaultTimeZone ? t('form.time-zone') : t('form.time-zone-other', { zone });
  return (
    <>
      <TextInput
        {...rest}
        type={dateOnly ? 'date' : 'datetime-local'}
        defaultValue={value}
        className="control-date"
      />
      {!dateOnly && <span className="field-count">{zoneText}</span>}
    </>
  );
}
