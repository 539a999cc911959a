import { formatPercentage, numberFormat } from '~/lib/formats';
import type { Locale } from '~/i18n/locale';
import { useLocale } from '~/i18n/use-text';

export function formatCount(locale: Locale, value: number): string {
  return numberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

export function Count({ value }: { value: number }) {
  return <>{formatCount(useLocale(), value)}</>;
}

export function Percentage({ share }: { share: number }) {
  return <>{formatPercentage(useLocale(), share)}</>;
}

/** Yuan; whole ones unless there are cents. */
export function formatMoney(locale: Locale, yuan: number): string {
  const digits = Number.isInteger(yuan) ? 0 : 2;
  return numberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(yuan);
}

export function Money({ yuan }: { yuan: number }) {
  return <>{formatMoney(useLocale(), yuan)}</>;
}
