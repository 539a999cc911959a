import { Link } from '@remix-run/react';
import { ConfirmForm, QrCode, StatusBadge, Time } from '~/components/ui';
import { paths } from '~/paths';
import { volunteerRewards } from '~/i18n/volunteer-rewards';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface OwnRewardRow {
  id: string;
  state: string;
  points: number;
  until: Date;
  settledAt: Date | null;
  code: string | null;
  qr: { size: number; path: string } | null;
  reward?: { id: string; title: string };
}

export interface OwnRewardsProps {
  rows: readonly OwnRewardRow[];
  state: FormState | undefined;
}

/** What somebody took: the code for the counter, large enough to be read from there, or what became of it. */
export function OwnRewards({ rows, state }: OwnRewardsProps) {
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id} className="card" id={`claim-${row.id}`}>
          <Head row={row} />
          {row.code !== null && <Code row={{ ...row, code: row.code }} state={state} />}
        </li>
      ))}
    </ul>
  );
}

function Head({ row }: { row: OwnRewardRow }) {
  const t = useText(volunteerRewards);
  return (
    <>
      {row.reward && (
        <h3 className="card-title">
          <Link to={paths.reward(row.reward.id)}>{row.reward.title}</Link>
        </h3>
      )}
      <div className="card-meta">
        <StatusBadge tone={row.state === 'kept' ? 'success' : 'neutral'}>
          {t(`state.${row.state}` as 'state.kept')}
        </StatusBadge>
        <span>{t('points-value', { points: row.points })}</span>
        {row.settledAt && <Time value={row.settledAt} format="date" />}
      </div>
    </>
  );
}

function Code({ row, state }: { row: OwnRewardRow & { code: string }; state: FormState | undefined }) {
  const t = useText(volunteerRewards);
  return (
    <>
      <div className="check-in-code">
        {row.qr && <QrCode {...row.qr} label={t('qr')} />}
        <p className="check-in-digits">
          {row.code.slice(0, 4)} {row.code.slice(4)}
        </p>
        <p>
          {t('fetch-until')}
          <Time value={row.until} />
        </p>
      </div>
      <ConfirmForm
        intent="give-back"
        hidden={{ claimId: row.id }}
        state={state}
        trigger={t('give-back')}
        title={t('give-back-title')}
        description={<p>{t('give-back-hint')}</p>}
        variant="quiet"
        size="small"
      />
    </>
  );
}
