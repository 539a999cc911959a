import { Link } from '@remix-run/react';
import { ConfirmForm, Table, Time } from '~/components/ui';
import { portalPages } from '~/i18n/portal-pages';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';

interface ShownVersion {
  number: number;
  reason: string;
  savedBy: string;
  savedAt: Date | string;
  publishedBy: string;
  publishedAt: Date | string | null;
  withdrawnBy: string;
  withdrawnAt: Date | string | null;
}

export interface PageVersionsProps {
  id: string;
  versions: readonly ShownVersion[];
  publishedVersion: number | null;
  mayPublish: boolean;
  state: FormState | undefined;
}

/** Every version, with who saved and published it, when and why; each can be read, and published again. */
export function PageVersions({ id, versions, publishedVersion, mayPublish, state }: PageVersionsProps) {
  const t = useText(portalPages);
  return (
    <Table
      caption={t('versions')}
      captionHidden
      rows={versions}
      rowKey={(row) => String(row.number)}
      columns={[
        {
          key: 'version',
          header: t('versions'),
          cell: (row) => (
            <VersionNumber {...{ id, row, mayPublish }} holds={row.number === publishedVersion} />
          ),
        },
        { key: 'why', header: t('versions-why'), cell: (row) => row.reason },
        { key: 'saved', header: t('by-saved'), cell: (row) => <By name={row.savedBy} at={row.savedAt} /> },
        {
          key: 'published',
          header: t('by-published'),
          cell: (row) => row.publishedAt && <By name={row.publishedBy} at={row.publishedAt} />,
        },
        {
          key: 'withdrawn',
          header: t('by-withdrawn'),
          cell: (row) => row.withdrawnAt && <By name={row.withdrawnBy} at={row.withdrawnAt} />,
        },
        {
          key: 'act',
          header: t('act'),
          cell: (row) =>
            mayPublish &&
            row.number !== publishedVersion &&
            !row.withdrawnAt && <Acts {...{ row, state }} isNewest={row.number === versions[0]?.number} />,
        },
      ]}
    />
  );
}

/** Whoever may not publish opens none that was taken down. */
function VersionNumber({
  id,
  row,
  mayPublish,
  holds,
}: {
  id: string;
  row: ShownVersion;
  mayPublish: boolean;
  holds: boolean;
}) {
  const t = useText(portalPages);
  const words = t('version', { number: row.number });
  return (
    <span>
      {row.withdrawnAt && !mayPublish ? (
        words
      ) : (
        <Link to={`${paths.editPage(id)}?version=${row.number}`}>{words}</Link>
      )}
      {holds && ` · ${t('versions-now')}`}
    </span>
  );
}

function Acts({
  row,
  isNewest,
  state,
}: {
  row: ShownVersion;
  isNewest: boolean;
  state: FormState | undefined;
}) {
  return (
    <div>
      {!isNewest && <PublishAgain number={row.number} state={state} />}
      {row.publishedAt && <WithdrawVersion number={row.number} state={state} />}
    </div>
  );
}

function PublishAgain({ number, state }: { number: number; state: FormState | undefined }) {
  const t = useText(portalPages);
  return (
    <ConfirmForm
      intent="publish"
      hidden={{ version: String(number) }}
      state={state}
      size="small"
      trigger={t('publish')}
      title={t('publish-title', { number })}
    />
  );
}

function WithdrawVersion({ number, state }: { number: number; state: FormState | undefined }) {
  const t = useText(portalPages);
  return (
    <ConfirmForm
      intent="withdraw-version"
      hidden={{ version: String(number) }}
      state={state}
      size="small"
      danger
      trigger={t('withdraw-version', { number })}
      title={t('withdraw-version-title', { number })}
      description={<p>{t('withdraw-version-hint')}</p>}
      reason={t('withdraw-reason')}
      reasonMaximum={300}
    />
  );
}

function By({ name, at }: { name: string; at: Date | string }) {
  return (
    <span>
      {name} <Time value={at} />
    </span>
  );
}
