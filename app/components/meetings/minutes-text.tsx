import { Markdown, Notice, Section, Table, Time, ToCheck } from '~/components/ui';
import { paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';

interface MinutesTextProps {
  meeting: { state: string; minutesHtml: string; fits: boolean };
}

/** The minutes, with what may be thought of them. */
export function MinutesText({ meeting }: MinutesTextProps) {
  const t = useText(meetings);
  return (
    <Section title={t('minutes')} id="minutes">
      {!meeting.fits && (
        <Notice kind="error" title={t('altered-title')}>
          {t('altered-text')}
        </Notice>
      )}
      {meeting.state !== 'published' && <Notice>{t('minutes-draft')}</Notice>}
      {meeting.minutesHtml === '' ? <p>{t('no-minutes')}</p> : <Markdown html={meeting.minutesHtml} />}
    </Section>
  );
}

/** By which anyone finds out whether the minutes are those that were approved. */
export function Fingerprint({ id, contentHash }: { id: string; contentHash: string | null }) {
  const t = useText(meetings);
  if (contentHash === null) return null;
  return (
    <>
      <p>
        <a href={paths.meetingMinutesPdf(id)}>{t('minutes-pdf')}</a>
      </p>
      <ToCheck>
        <p>
          <strong>{t('fingerprint')}</strong> <code className="break-all">{contentHash}</code>
          <br />
          <small>
            {t('fingerprint-hint')} <a href={paths.meetingMinutes(id)}>{t('fingerprint-file')}</a>
          </small>
        </p>
      </ToCheck>
    </>
  );
}

function StepContent({ content, later }: Pick<ListedStep, 'content' | 'later'>) {
  const t = useText(meetings);
  return (
    <>
      {content}
      {later && (
        <small className="card-meta">
          {t('step-later', { name: later.name })} <Time value={later.at} />
        </small>
      )}
    </>
  );
}

interface ListedStep {
  position: number;
  name: string;
  due: number | null;
  present: number | null;
  percent: number | null;
  votesFor: number | null;
  content: string;
  heldAt: Date | null;
  /** Recorded after the session: by whom, and when. */
  later: { name: string; at: Date } | null;
}

/** 应到、实到、比例 of each step of 四议两公开. */
export function StepTable({ steps }: { steps: readonly ListedStep[] }) {
  const t = useText(meetings);
  if (steps.length === 0) return null;
  const share = ({ percent }: ListedStep) => (percent === null ? '–' : `${percent}%`);
  const name = (step: ListedStep) => {
    const key = `step.${step.name}`;
    return hasKey(meetings, key) ? t(key) : step.name;
  };
  return (
    <Section title={t('steps')}>
      <Table
        caption={t('steps')}
        captionHidden
        rows={steps}
        rowKey={(step) => String(step.position)}
        columns={[
          { key: 'name', header: t('steps'), cell: name },
          {
            key: 'held',
            header: t('step-held'),
            cell: ({ heldAt }) => (heldAt ? <Time value={heldAt} /> : t('step-open')),
          },
          { key: 'due', header: t('step-due'), numeric: true, cell: ({ due }) => due ?? '–' },
          { key: 'present', header: t('step-present'), numeric: true, cell: ({ present }) => present ?? '–' },
          { key: 'share', header: t('step-percent'), numeric: true, cell: share },
          { key: 'votes', header: t('step-votes'), numeric: true, cell: ({ votesFor }) => votesFor ?? '–' },
          { key: 'content', header: t('step-content'), cell: (step) => <StepContent {...step} /> },
        ]}
      />
    </Section>
  );
}
