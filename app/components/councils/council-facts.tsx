import { DescriptionList, Section, Table, Time, ToCheck } from '~/components/ui';
import { councils } from '~/i18n/councils';
import { useText } from '~/i18n/use-text';

export interface CouncilFactsProps {
  council: {
    seats: number;
    onePerHousehold: boolean;
    panels: number;
    volunteersUntil: Date;
    termUntil: Date;
  };
}

/** Seats, household, list and days. */
export function CouncilFacts({ council }: CouncilFactsProps) {
  const t = useText(councils);
  return (
    <DescriptionList
      items={[
        { label: t('seats'), value: council.seats },
        { label: t('household'), value: t(council.onePerHousehold ? 'household-one' : 'household-any') },
        { label: t('panels'), value: council.panels },
        { label: t('volunteers-until'), value: <Time value={council.volunteersUntil} format="date" /> },
        { label: t('term-until'), value: <Time value={council.termUntil} format="date" /> },
      ]}
    />
  );
}

interface Quota {
  feature: string;
  value: string;
  min: number;
  max: number;
}

/** How many members have which value. */
export function QuotaTable({ quotas }: { quotas: readonly Quota[] }) {
  const t = useText(councils);
  return (
    <>
      <p>{t('quotas-lead')}</p>
      <Table
        caption={t('quotas')}
        captionHidden
        rows={quotas}
        rowKey={({ feature, value }) => `${feature} ${value}`}
        columns={[
          { key: 'feature', header: t('feature'), cell: ({ feature }) => feature },
          { key: 'value', header: t('value'), cell: ({ value }) => value },
          { key: 'min', header: t('least'), cell: ({ min }) => min, numeric: true },
          { key: 'max', header: t('most'), cell: ({ max }) => max, numeric: true },
        ]}
      />
    </>
  );
}

interface Round {
  number: number;
  residents: number;
  invited: number;
  seed: string;
  rollSha256: string;
}

export interface InvitationPartProps {
  rounds: readonly Round[];
  council: { secretCommitment: string };
}

/** Who was invited by which lot: how many of how many, never who. */
export function InvitationPart({ rounds, council }: InvitationPartProps) {
  const t = useText(councils);
  return (
    <Section title={t('invitation')}>
      <p>{rounds.length === 0 ? t('invitation-none') : t('invitation-lead')}</p>
      {rounds.map((round) => (
        <DescriptionList
          key={round.number}
          items={[
            { label: t('round'), value: round.number },
            { label: t('residents'), value: round.residents },
            { label: t('invited'), value: round.invited },
          ]}
        />
      ))}
      <ToCheck>
        <DescriptionList
          items={[
            ...rounds.flatMap(({ number, seed, rollSha256 }) => [
              { label: `${t('round')} ${number} · ${t('seed')}`, value: seed },
              { label: `${t('round')} ${number} · ${t('roll')}`, value: <Hash of={rollSha256} /> },
            ]),
            { label: t('commitment'), value: <Hash of={council.secretCommitment} /> },
          ]}
        />
      </ToCheck>
    </Section>
  );
}

const Hash = ({ of }: { of: string }) => <code className="hash">{of}</code>;
