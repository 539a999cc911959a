import { Link } from '@remix-run/react';
import type { NumberName, ShownRate } from '~/domains/statistics/schema';
import { paths } from '~/paths';
import { statistics } from '~/i18n/statistics';
import { useText } from '~/i18n/use-text';

/** What narrows the numbers, as the URL says it. */
export type Narrowing = Readonly<Record<string, string | undefined>>;

/** The page of the orders behind a number. */
export function ordersBehind(name: NumberName, narrowing: Narrowing): string {
  const query = new URLSearchParams({ number: name });
  for (const [key, value] of Object.entries(narrowing)) if (value) query.set(key, value);
  return `${paths.statisticsOrders}?${query.toString()}`;
}

export interface RateFigureProps {
  rate: ShownRate;
  /** Its name, for those who hear the links alone. */
  label: string;
  numerator: NumberName;
  denominator: NumberName;
  narrowing: Narrowing;
}

/** Numerator and denominator, each leading to the orders behind it. */
export function RateParts({ rate, label, numerator, denominator, narrowing }: RateFigureProps) {
  const t = useText(statistics);
  return (
    <span className="rate-parts">
      <Link
        to={ordersBehind(numerator, narrowing)}
        aria-label={t('numerator-list', { rate: label, value: rate.numerator })}
      >
        {rate.numerator}
      </Link>
      {' / '}
      <Link
        to={ordersBehind(denominator, narrowing)}
        aria-label={t('denominator-list', { rate: label, value: rate.denominator })}
      >
        {rate.denominator}
      </Link>
    </span>
  );
}

/** A rate, never without what it is out of; marked where that is little. */
export function RateFigure(props: RateFigureProps) {
  const t = useText(statistics);
  const { rate } = props;
  if (rate.percent === null) return <span className="rate-parts">{t('no-rate')}</span>;
  return (
    <span className="rate">
      <span>{rate.percent}%</span>
      <RateParts {...props} />
      {rate.small && <span className="rate-small">{t('small')}</span>}
    </span>
  );
}
