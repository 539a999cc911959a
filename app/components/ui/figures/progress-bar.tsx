import { common } from '~/i18n/common';
import { useLocale, useText } from '~/i18n/use-text';
import { formatCount } from './numbers';

export interface ProgressBarProps {
  label: string;
  value: number;
  maximum: number;
  /** A mark on the way, such as the number that must be reached. */
  threshold?: number;
  /** What stands beside it instead of "value / maximum". */
  text?: string;
}

const share = (value: number, maximum: number) =>
  `${maximum > 0 ? Math.min(100, Math.max(0, (value / maximum) * 100)) : 0}%`;

export function ProgressBar({ label, value, maximum, threshold, text }: ProgressBarProps) {
  const t = useText(common);
  const locale = useLocale();
  const shown =
    text ?? t('progress.of', { value: formatCount(locale, value), maximum: formatCount(locale, maximum) });
  return (
    <div className="progress">
      <div className="progress-words">
        <span>{label}</span>
        <span>{shown}</span>
      </div>
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuenow={Math.min(value, maximum)}
        aria-valuemin={0}
        aria-valuemax={maximum}
        aria-valuetext={shown}
      >
        <div className="progress-fill" style={{ width: share(value, maximum) }} />
        {threshold !== undefined && (
          <div className="progress-mark" style={{ left: share(threshold, maximum) }} />
        )}
      </div>
      {threshold !== undefined && (
        <p className="field-hint">{t('progress.threshold', { count: formatCount(locale, threshold) })}</p>
      )}
    </div>
  );
}
