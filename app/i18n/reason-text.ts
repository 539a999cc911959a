import { hasKey, textIn } from './catalogue';
import type { Locale } from './locale';
import { reasons } from './reasons';
import type { Decision } from '~/lib/decision';

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

/** The decision with the words of its reason, for a page that shows it. */
export function explain(locale: Locale, decision: Decision): Decision {
  if (decision.allowed || !hasKey(reasons, decision.reason)) return decision;
  return { ...decision, words: textIn(locale, reasons)(decision.reason) };
}
