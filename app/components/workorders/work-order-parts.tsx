import { useSourceWords } from './limit-source';
import { Link } from '@remix-run/react';
import { LinkButton, Notice, Section, StatusBadge, Time, useTimeZone } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { clockText } from '~/i18n/clock-text';
import type { ExplainedClock } from '~/i18n/clock-text';
import { useLocale, useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

type Light = 'green' | 'amber' | 'red' | 'standing';
const tones: Record<Light, Tone> = { green: 'success', amber: 'warning', red: 'danger', standing: 'neutral' };

export interface ShownClock extends ExplainedClock {
  source: string;
  light: Light;
  missingYears: readonly number[];
}

/** Every running clock with its light, in words, and its source. */
export function WorkOrderClocks({ clocks }: { clocks: readonly ShownClock[] }) {
  const t = useText(workOrders);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const sourceWords = useSourceWords();
  if (clocks.length === 0) return null;
  const missing = [...new Set(clocks.flatMap((clock) => clock.missingYears))];
  return (
    <Section title={t('clocks')} id="clocks">
      <ul className="stack">
        {clocks.map((clock) => (
          <li key={clock.kind}>
            <strong>{t(`clock.${clock.kind}`)}</strong>{' '}
            <StatusBadge tone={tones[clock.light]}>{t(`light.${clock.light}`)}</StatusBadge>
            <p suppressHydrationWarning>{clockText(locale, timeZone, clock)}</p>
            <p className="field-hint">{t('clock-source', { source: sourceWords(clock.source) })}</p>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <Notice kind="warning">{t('clock-missing', { years: missing.join(', ') })}</Notice>
      )}
      <p>
        <Link to={paths.deadlineSettings}>{t('settings')}</Link>
      </p>
    </Section>
  );
}

export interface Responsible {
  department: { id: string; name: string } | null;
  lead: { id: string; name: string } | null;
  handlingArea: { name: string };
}

/** Who answers for the order now. */
export function WorkOrderResponsible({ department, lead, handlingArea }: Responsible) {
  const t = useText(workOrders);
  return (
    <>
      {department ? (
        <Link to={paths.organisation(department.id)}>{department.name}</Link>
      ) : (
        <span>{t('nobody')}</span>
      )}
      <br />
      <small>{t('coordinated-by', { area: handlingArea.name })}</small>
      {lead && (
        <>
          <br />
          <small>{t('leads', { lead: lead.name, department: department?.name ?? t('department') })}</small>
        </>
      )}
    </>
  );
}

export interface ShownRequest {
  kind: string;
  reason: string;
  days: number;
}

export function WorkOrderRequests({ requests }: { requests: readonly ShownRequest[] }) {
  const t = useText(workOrders);
  if (requests.length === 0) return null;
  return (
    <Notice kind="warning" title={t('requests')}>
      {requests.map(({ kind, reason, days }) => {
        const key = `asked.${kind}`;
        return <p key={kind}>{hasKey(workOrders, key) ? t(key, { reason, days }) : reason}</p>;
      })}
    </Notice>
  );
}

export interface ShownHelper {
  departmentId: string;
  name: string;
  task: string;
  dueAt: Date;
  report: string | null;
  reportedAt: Date | null;
}

export function WorkOrderHelpers({ helpers, now }: { helpers: readonly ShownHelper[]; now: Date }) {
  const t = useText(workOrders);
  if (helpers.length === 0) return null;
  return (
    <Section title={t('helpers')}>
      <ul className="stack">
        {helpers.map((helper) => (
          <li key={helper.departmentId}>
            <strong>{helper.name}</strong>{' '}
            {!helper.reportedAt && new Date(helper.dueAt) < now && (
              <StatusBadge tone="danger">{t('helper-late')}</StatusBadge>
            )}
            <p>{helper.task}</p>
            {helper.reportedAt ? (
              <p className="pre-line">
                {helper.report} <Time value={helper.reportedAt} />
              </p>
            ) : (
              <p className="field-hint">
                {t('helper-waits')}
                <Time value={helper.dueAt} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export interface ShownWhistle {
  id: string;
  place: string;
  meetsAt: Date;
  purpose: string;
  outcome: string | null;
  closedAt: Date | null;
  calls: readonly { name: string; reportedAt: Date | null; late: boolean }[];
}

export function WorkOrderWhistles({ whistles }: { whistles: readonly ShownWhistle[] }) {
  const t = useText(workOrders);
  if (whistles.length === 0) return null;
  return (
    <Section title={t('whistles')}>
      {whistles.map((whistle) => (
        <div key={whistle.id} className="stack">
          <p>
            {t('whistle-at', { place: whistle.place })}
            <Time value={whistle.meetsAt} />
            <br />
            {whistle.purpose}
          </p>
          <ul>
            {whistle.calls.map((call) => (
              <li key={call.name}>
                {call.name} <Presence call={call} closed={whistle.closedAt !== null} />
              </li>
            ))}
          </ul>
          {whistle.outcome && (
            <p className="pre-line">
              <strong>{t('outcome')}</strong> {whistle.outcome}
            </p>
          )}
        </div>
      ))}
    </Section>
  );
}

function Presence({ call, closed }: { call: ShownWhistle['calls'][number]; closed: boolean }) {
  const t = useText(workOrders);
  if (!call.reportedAt) {
    const tone = call.late || closed ? 'danger' : 'neutral';
    return <StatusBadge tone={tone}>{t(closed || call.late ? 'absent' : 'not-reported')}</StatusBadge>;
  }
  return (
    <StatusBadge tone={call.late ? 'warning' : 'success'}>
      {t(call.late ? 'reported-late' : 'reported-at')}
      <Time value={call.reportedAt} format="time" />
    </StatusBadge>
  );
}

/** To what an administrator has set, from pages that count deadlines by it. */
export function DeadlineSettingsLink() {
  const t = useText(workOrders);
  return (
    <LinkButton variant="quiet" size="small" to={paths.deadlineSettings}>
      {t('settings')}
    </LinkButton>
  );
}
