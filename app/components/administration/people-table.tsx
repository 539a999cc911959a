import { ConfirmForm, Table, Time } from '~/components/ui';
import { administration } from '~/i18n/administration';
import { moderation } from '~/i18n/moderation';
import { useNamesInARow, useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface ShownPerson {
  id: string;
  displayName: string;
  /** The mail address in part. */
  address: string;
  areaId: string | null;
  createdAt: Date | string;
  suspendedAt: Date | string | null;
  roles: readonly string[];
  maySuspend: boolean;
}

export interface PeopleTableProps {
  caption: string;
  empty: string;
  people: readonly ShownPerson[];
  names: Readonly<Record<string, string>>;
  state: FormState | undefined;
}

/** Accounts with what can be done with each. */
export function PeopleTable({ caption, empty, people, names, state }: PeopleTableProps) {
  const t = useText(administration);
  const m = useText(moderation);
  const inARow = useNamesInARow();
  const roleName = (role: string) => m(`role.${role}` as 'role.moderator');
  return (
    <Table
      caption={caption}
      captionHidden
      rows={people}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        { key: 'name', header: t('people-name'), cell: (row) => row.displayName },
        { key: 'address', header: t('people-address'), cell: (row) => row.address },
        { key: 'area', header: t('people-area'), cell: (row) => (row.areaId && names[row.areaId]) ?? '' },
        { key: 'roles', header: t('people-roles'), cell: (row) => inARow(row.roles.map(roleName)) },
        { key: 'since', header: t('people-since'), cell: (row) => <Time value={row.createdAt} /> },
        { key: 'state', header: t('people-state'), cell: (row) => <State person={row} state={state} /> },
      ]}
    />
  );
}

function State({ person, state }: { person: ShownPerson; state: FormState | undefined }) {
  const t = useText(administration);
  const { id, displayName: name, suspendedAt, maySuspend } = person;
  const act = suspendedAt === null ? 'suspend' : 'reinstate';
  return (
    <>
      {suspendedAt === null ? (
        t('people-open')
      ) : (
        <>
          {t('people-closed')} <Time value={suspendedAt} />
        </>
      )}
      {maySuspend && (
        <ConfirmForm
          intent={act}
          hidden={{ personId: id }}
          state={state}
          trigger={t(act)}
          title={t(`${act}-title`, { name })}
          size="small"
          danger={act === 'suspend'}
          reason={t(`${act}-reason`)}
        />
      )}
    </>
  );
}
