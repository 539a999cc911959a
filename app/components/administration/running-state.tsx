import { Button, DescriptionList, Form, Notice, Section, Table, Time } from '~/components/ui';
import { TextsOfToday } from './texts-of-today';
import type { TextsOfTodayProps } from './texts-of-today';
import { administration } from '~/i18n/administration';
import { useText } from '~/i18n/use-text';

interface DeadKind {
  kind: string;
  count: number;
  newest: Date | string;
  lastError: string;
}

export interface RunningStateProps {
  dead: readonly DeadKind[];
  /** Jobs that have been due for too long. */
  late: number;
  /** When the newest backup was made, or null. */
  backup: string | null;
  backupIsOld: boolean;
  mailServer: boolean;
  mailFrom: string;
  /** Null where no text messages are sent. */
  texts: TextsOfTodayProps | null;
}

/** What fails in the whole portal, and what can be done about it here. */
export function RunningState(state: RunningStateProps) {
  const { dead, late, backup, backupIsOld, mailServer, mailFrom, texts } = state;
  const t = useText(administration);
  return (
    <Section title={t('running')} id="running">
      <p className="field-hint">{t('running-lead')}</p>
      {late > 0 && <Notice kind="error">{t('late', { count: late })}</Notice>}
      {dead.length === 0 ? <p>{t('dead-none')}</p> : <DeadJobs dead={dead} />}
      <DescriptionList
        items={[
          { label: t('backup-at'), value: backup === null ? t('backup-none') : <Time value={backup} /> },
        ]}
      />
      {backupIsOld && <Notice kind="warning">{t(backup === null ? 'backup-never' : 'backup-old')}</Notice>}
      <h3 id="mail">{t('mail')}</h3>
      {mailServer ? (
        <p>{t('mail-on', { from: mailFrom })}</p>
      ) : (
        <Notice kind="warning">{t('mail-off')}</Notice>
      )}
      <Form intent="test-mail">
        <Button variant="secondary">{t('mail-test')}</Button>
      </Form>
      <h3 id="texts">{t('texts')}</h3>
      {texts ? <TextsOfToday {...texts} /> : <p>{t('texts-off')}</p>}
    </Section>
  );
}

function DeadJobs({ dead }: { dead: readonly DeadKind[] }) {
  const t = useText(administration);
  return (
    <>
      <p className="field-hint">{t('dead-retry-hint')}</p>
      <Table
        caption={t('dead-caption')}
        rows={dead}
        rowKey={(row) => row.kind}
        columns={[
          { key: 'kind', header: t('dead-kind'), cell: (row) => row.kind },
          { key: 'count', header: t('dead-count'), cell: (row) => row.count },
          { key: 'newest', header: t('dead-newest'), cell: (row) => <Time value={row.newest} /> },
          { key: 'error', header: t('dead-error'), cell: (row) => row.lastError },
          {
            key: 'retry',
            header: t('dead-retry'),
            cell: (row) => (
              <Form intent="retry" hidden={{ kind: row.kind }}>
                <Button variant="secondary" size="small">
                  {t('dead-retry')}
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </>
  );
}
