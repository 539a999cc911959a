import { ballots } from '~/i18n/ballots';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export interface ThresholdRule {
  thresholdPercent: number;
  percentageBase: string;
}

/** What an option must reach, and of how many. */
export function useThresholdWords({ thresholdPercent, percentageBase }: ThresholdRule): string {
  const t = useText(ballots);
  const base = `base.${percentageBase}`;
  return t('rule-threshold-text', {
    percent: thresholdPercent,
    comparison: t(thresholdPercent <= 50 ? 'more-than' : 'at-least'),
    base: hasKey(ballots, base) ? t(base) : base,
  });
}
