import type { Formula, RateName } from '~/domains/statistics/schema';
import { textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { statistics } from '~/i18n/statistics';
import { useLocale, useText } from '~/i18n/use-text';

/** The formula of one rate in words, as it stands beside its number. */
export function rateInWords(locale: Locale, rate: RateName, formula: Formula): string {
  const t = textIn(locale, statistics);
  const over = formula.denominators[rate];
  const denominator = t(`of.${over}`);
  if (rate !== 'satisfaction')
    return t(`words.${rate}`, { numerator: t(`top.${rate}.${over}`), denominator });
  const { satisfiedFrom, basicFrom, basicFactor } = formula;
  const words = { satisfied: satisfiedFrom, unit: t(`unit.${over}`) };
  if (basicFrom >= satisfiedFrom || basicFactor === 0)
    return t('words.satisfaction', { numerator: t('top.satisfaction', words), denominator });
  const points = { low: basicFrom, high: satisfiedFrom - 1 };
  const basic = t(points.low === points.high ? 'points-one' : 'points-range', points);
  const numerator = t('top.satisfaction-basic', { ...words, basic, factor: basicFactor / 100 });
  return t('words.satisfaction', { numerator, denominator });
}

/** The whole formula in words. */
export function FormulaWords({ formula }: { formula: Formula }) {
  const t = useText(statistics);
  const locale = useLocale();
  const { response, resolution, satisfaction } = formula.weights;
  return (
    <div className="formula">
      {(['response', 'resolution', 'satisfaction'] as const).map((rate) => (
        <p key={rate}>{rateInWords(locale, rate, formula)}</p>
      ))}
      <p>{t('words.overall', { response, resolution, satisfaction })}</p>
      <p>{t('words.overdue')}</p>
      <p>{t('words.reopened')}</p>
      <p className="field-hint">
        {t('order-rating')} {t('last-round')} {t('small-hint', { count: formula.smallDenominator })}
      </p>
    </div>
  );
}
