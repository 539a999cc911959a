import { LinkButton, Section, StatGrid } from '~/components/ui';
import { paths } from '~/paths';
import { volunteerRewards } from '~/i18n/volunteer-rewards';
import { useText } from '~/i18n/use-text';

export interface BusinessPartProps {
  business: { kept: number; handedOver: number };
  left: number;
}

/** For those who work at the business: how many wait to be fetched, and checking a code off. */
export function BusinessPart({ business, left }: BusinessPartProps) {
  const t = useText(volunteerRewards);
  return (
    <Section title={t('counts')}>
      <StatGrid
        stats={[
          { key: 'kept', label: t('kept'), value: business.kept },
          { key: 'handed-over', label: t('handed-over'), value: business.handedOver },
          { key: 'free', label: t('free'), value: left },
        ]}
      />
      <p>{t('counts-hint')}</p>
      <LinkButton to={paths.handOverReward}>{t('check-title')}</LinkButton>
    </Section>
  );
}
