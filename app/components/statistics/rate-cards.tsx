import type { Formula, ShownRates } from '~/domains/statistics/schema';
import { statistics } from '~/i18n/statistics';
import { useLocale, useText } from '~/i18n/use-text';
import { rateInWords } from './formula-words';
import { RateParts } from './rate-figure';
import type { Narrowing } from './rate-figure';

export interface RateCardsProps {
  rates: ShownRates;
  /** The same of a year before. */
  before: ShownRates;
  /** Of which year, where it is all of it. */
  wholeYear: number | null;
  formula: Formula;
  narrowing: Narrowing;
}

interface BeforeRate {
  percent: string | null;
  numerator?: string;
  denominator?: number;
}

const three = ['response', 'resolution', 'satisfaction'] as const;

/** Each rate large, with what it is out of, how it is computed, and what it was a year before. */
export function RateCards({ rates, before, wholeYear, formula, narrowing }: RateCardsProps) {
  const t = useText(statistics);
  const locale = useLocale();
  const { response, resolution, satisfaction } = formula.weights;
  return (
    <ul className="rate-cards">
      {three.map((name) => (
        <li key={name}>
          <h3>{t(`rate.${name}`)}</h3>
          <p className="stat-value">{rates[name].percent === null ? '—' : `${rates[name].percent}%`}</p>
          <p>
            <RateParts
              rate={rates[name]}
              label={t(`rate.${name}`)}
              numerator={`${name}.numerator`}
              denominator={`${name}.denominator`}
              narrowing={narrowing}
            />{' '}
            {rates[name].small && <span className="rate-small">{t('small')}</span>}
          </p>
          <p className="field-hint">{rateInWords(locale, name, formula)}</p>
          <Before rate={before[name]} wholeYear={wholeYear} />
        </li>
      ))}
      <li>
        <h3>{t('rate.overall')}</h3>
        <p className="stat-value">{rates.overall === null ? '—' : `${rates.overall}%`}</p>
        <p className="field-hint">{t('words.overall', { response, resolution, satisfaction })}</p>
        <Before rate={{ percent: before.overall }} wholeYear={wholeYear} />
      </li>
      {(['overdue', 'reopened'] as const).map((name) => (
        <li key={name}>
          <h3>{t(`rate.${name}`)}</h3>
          <p className="stat-value">{rates[name].percent === null ? '—' : `${rates[name].percent}%`}</p>
          <p>
            <RateParts
              rate={rates[name]}
              label={t(`rate.${name}`)}
              numerator={name}
              denominator="orders"
              narrowing={narrowing}
            />
          </p>
          <p className="field-hint">{t(`words.${name}`)}</p>
          <Before rate={before[name]} wholeYear={wholeYear} />
        </li>
      ))}
    </ul>
  );
}

function Before({ rate, wholeYear }: { rate: BeforeRate; wholeYear: number | null }) {
  const t = useText(statistics);
  if (rate.percent === null) return null;
  const { percent, numerator, denominator } = rate;
  const value = numerator === undefined ? `${percent}%` : `${percent}% (${numerator} / ${denominator})`;
  return (
    <p className="field-hint">
      {wholeYear === null ? t('year-before', { value }) : t('year-whole', { value, year: wholeYear })}
    </p>
  );
}
