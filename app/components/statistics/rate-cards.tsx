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
  formula: Formula;
  narrowing: Narrowing;
}

const three = ['response', 'resolution', 'satisfaction'] as const;

/** Each rate large, with what it is out of, how it is computed, and what it was a year before. */
export function RateCards({ rates, before, formula, narrowing }: RateCardsProps) {
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
          <Before
            percent={before[name].percent}
            of={`${before[name].numerator} / ${before[name].denominator}`}
          />
        </li>
      ))}
      <li>
        <h3>{t('rate.overall')}</h3>
        <p className="stat-value">{rates.overall === null ? '—' : `${rates.overall}%`}</p>
        <p className="field-hint">{t('words.overall', { response, resolution, satisfaction })}</p>
        <Before percent={before.overall} />
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
          <Before
            percent={before[name].percent}
            of={`${before[name].numerator} / ${before[name].denominator}`}
          />
        </li>
      ))}
    </ul>
  );
}

function Before({ percent, of }: { percent: string | null; of?: string }) {
  const t = useText(statistics);
  if (percent === null) return null;
  return (
    <p className="field-hint">
      {t('year-before', { value: of === undefined ? `${percent}%` : `${percent}% (${of})` })}
    </p>
  );
}
