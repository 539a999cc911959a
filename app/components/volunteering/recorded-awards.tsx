import { ConfirmForm, StatusBadge, Table } from '~/components/ui';
import { volunteerRecord } from '~/i18n/volunteer-record';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface RecordedAwardRow {
  id: string;
  kind: string;
  name: string;
  day: string;
  volunteer: string;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
}

export interface RecordedAwardsProps {
  items: readonly RecordedAwardRow[];
  state: FormState | undefined;
}

/** What an organisation recorded, each with taking it back. */
export function RecordedAwards({ items, state }: RecordedAwardsProps) {
  const t = useText(volunteerRecord);
  return (
    <Table
      caption={t('awards-title')}
      captionHidden
      empty={t('awards-none')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'volunteer', header: t('volunteer'), cell: ({ volunteer }) => volunteer },
        { key: 'kind', header: t('kind'), cell: ({ kind }) => t(`kind.${kind}` as 'kind.training') },
        { key: 'name', header: t('name'), cell: ({ name }) => name },
        { key: 'day', header: t('day'), cell: ({ day }) => day },
        { key: 'state', header: t('state'), cell: (row) => <Stands row={row} state={state} /> },
      ]}
    />
  );
}

function Stands({ row, state }: { row: RecordedAwardRow; state: FormState | undefined }) {
  const t = useText(volunteerRecord);
  if (row.withdrawnAt)
    return <StatusBadge tone="danger">{t('withdrawn', { reason: row.withdrawnReason ?? '' })}</StatusBadge>;
  return (
    <ConfirmForm
      intent="withdraw"
      hidden={{ awardId: row.id }}
      state={state}
      trigger={t('withdraw')}
      title={t('withdraw-title')}
      description={<p>{t('withdraw-hint')}</p>}
      variant="quiet"
      size="small"
      danger
      reason={t('reason')}
    />
  );
}
