import { DescriptionList, Section, Time } from '~/components/ui';
import { ballots } from '~/i18n/ballots';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export interface BallotTermsShown {
  kind: string;
  unit: string;
  secret: boolean;
  minimumAge: number;
  maximumChoices: number | null;
  quorumPercent: number | null;
  thresholdPercent: number;
  percentageBase: string;
  electorateSize: number | null;
  votedCount: number;
  opensAt: Date;
  closesAt: Date;
}

/** The rules of a ballot in words. */
export function BallotRules({ ballot, areaName }: { ballot: BallotTermsShown; areaName: string }) {
  const t = useText(ballots);
  const word = (key: string) => (hasKey(ballots, key) ? t(key) : key);
  const half = ballot.thresholdPercent <= 50 ? 'more-than' : 'at-least';
  return (
    <Section title={t('rules')}>
      <DescriptionList
        items={[
          { label: t('opens'), value: <Time value={ballot.opensAt} /> },
          { label: t('closes'), value: <Time value={ballot.closesAt} relative /> },
          {
            label: t('rule-electorate'),
            value:
              ballot.minimumAge > 0
                ? t('rule-electorate-text', { area: areaName, age: ballot.minimumAge })
                : t('rule-electorate-any-age', { area: areaName }),
          },
          { label: t('rule-size'), value: ballot.electorateSize ?? t('rule-size-later') },
          {
            label: t('turnout'),
            value:
              ballot.electorateSize === null
                ? null
                : t('turnout-of', { voted: ballot.votedCount, size: ballot.electorateSize }),
          },
          { label: t('form.kind'), value: `${word(`kind.${ballot.kind}`)} · ${word(`unit.${ballot.unit}`)}` },
          {
            label: t('rule-quorum'),
            value: ballot.quorumPercent === null ? t('rule-no-quorum') : `${ballot.quorumPercent}%`,
          },
          {
            label: t('rule-threshold'),
            value: t('rule-threshold-text', {
              percent: ballot.thresholdPercent,
              comparison: t(half),
              base: word(`base.${ballot.percentageBase}`),
            }),
          },
          { label: t('rule-secret'), value: t(ballot.secret ? 'secret-yes' : 'secret-no') },
        ]}
      />
    </Section>
  );
}
