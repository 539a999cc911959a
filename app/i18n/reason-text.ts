import { hasKey, textIn } from './catalogue';
import type { Locale } from './locale';
import { reasons } from './reasons';

interface Refusal {
  code: keyof typeof reasons.en & string;
  reason?: string | undefined;
  params: Record<string, string | number>;
}

/** The words for a use case's refusal: those of its reason, else those of its code. */
export function reasonText(locale: Locale, refusal: Refusal): string {
  const t = textIn(locale, reasons);
  const { reason, params } = refusal;
  return reason !== undefined && hasKey(reasons, reason) ? t(reason, params) : t(refusal.code, params);
}
