import { Link } from '@remix-run/react';
import { QueueDeadline } from './queue-deadline';
import { BreachField } from './breach-field';
import { ClaimToCheck } from './claim-to-check';
import { ReportsSay } from './reports-say';
import { SimilarBeside } from '~/components/across/similar-beside';
import { Button, DisclosureForm, Field, Form, StatusBadge, TextArea, Time } from '~/components/ui';
import type { SimilarMatter } from '~/domains/insights/similar/similar-matters.query.server';
import type { ClaimToCheck as Check } from '~/domains/organisations/certificates.server';
import type { GatheredReports } from '~/domains/moderation/index.server';
import { pathOfSubject, paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import type { FormState } from '~/lib/form-state';

export interface QueueRowProps {
  item: {
    id: string;
    kind: string;
    subjectKind: string;
    subjectId: string;
    title: string;
    detail: string;
    createdAt: Date;
    dueAt: Date | null;
    light: string;
    overdue: boolean;
  };
  /** When the list was read: ages and deadlines are told from it. */
  now: Date;
  areaName: string | undefined;
  /** The work order of the row, where it is one. */
  order: { state: string; department: string } | undefined;
  /** What the reports say together, where the row is of reports. */
  reports: GatheredReports | undefined;
  similar: readonly SimilarMatter[];
  /** Who works on it now. */
  claim: Claim | undefined;
  /** What is compared before it is verified, where the row is of an organisation. */
  check: Check | undefined;
  /** Why the reader may not decide on it: nothing is offered then that would be refused. */
  barred: string | undefined;
  /** The form that acts on several at once; its checkbox stands here. */
  bulkForm: string;
  state: FormState | undefined;
}

function pageOf({ kind, subjectKind, subjectId }: QueueRowProps['item']): string {
  return kind === 'appeal' ? paths.hiding(subjectKind, subjectId) : pathOfSubject(subjectKind, subjectId);
}

/** One matter that waits for a moderator, as a line of the list. */
export function QueueRow(props: QueueRowProps) {
  const { item, now, areaName, order, reports, similar, claim, check, barred, bulkForm, state } = props;
  const t = useText(moderation);
  const page = pageOf(item);
  const kind = `kind.${item.kind}`;
  // Some matters are kept without a title, so that they name nobody.
  const title = item.title || (hasKey(moderation, kind) ? t(kind) : item.kind);
  const waited = Math.floor((now.getTime() - item.createdAt.getTime()) / (24 * 3600_000));
  return (
    <li className="queue-row queue-row-bulk" data-item tabIndex={-1}>
      <label className="queue-check">
        <input type="checkbox" name="items" value={item.id} form={bulkForm} />
        <span className="sr-only">{t('select', { title })}</span>
      </label>
      <QueueDeadline item={item} now={now} />
      <div className="queue-matter">
        <h2 className="queue-title">
          <Link to={page}>{title}</Link>
        </h2>
        <p className="queue-about">
          <KindMarks item={item} />
          <span>{areaName}</span>
          {claim && <Claimed {...claim} />}
          {waited > 0 && <span>{t('waited', { count: waited })}</span>}
          {!reports && item.detail !== '' && <span className="queue-detail">{item.detail}</span>}
        </p>
        {check && <ClaimToCheck claim={check} />}
        {reports && <ReportsSay reports={reports} />}
        <SimilarBeside
          similar={similar}
          {...(item.subjectKind === 'proposal' ? { mergeFrom: item.subjectId } : {})}
        />
      </div>
      {barred ? <p className="queue-next">{barred}</p> : <NextStep item={item} order={order} />}
      {!barred && <RowActs item={item} claim={claim} state={state} />}
    </li>
  );
}

interface Claim {
  name: string;
  mine: boolean;
  until: Date | null;
}

function Claimed({ name, mine, until }: Claim) {
  const t = useText(moderation);
  return (
    <StatusBadge tone={mine ? 'info' : 'neutral'}>
      {mine ? t('claimed-mine') : t('claimed-by', { name })} {until && <Time value={until} format="time" />}
    </StatusBadge>
  );
}

/** Takes the row for who presses it, or leaves it to others. */
function ClaimForm({ id, intent }: { id: string; intent: 'claim' | 'release' }) {
  const t = useText(moderation);
  return (
    <Form intent={intent} hidden={{ items: id }}>
      <Button variant="quiet" size="small">
        {t(intent === 'claim' ? 'claim' : 'claim-release')}
      </Button>
    </Form>
  );
}

type Item = Pick<QueueRowProps, 'item'>;

function KindMarks({ item }: Item) {
  const t = useText(moderation);
  const kind = `kind.${item.kind}`;
  return (
    <>
      {item.kind !== 'overdue' && <StatusBadge>{hasKey(moderation, kind) ? t(kind) : item.kind}</StatusBadge>}
      {item.overdue && <StatusBadge tone="danger">{t('kind.overdue')}</StatusBadge>}
    </>
  );
}

/** What happens next and who has to do it. */
function NextStep({ item, order }: Pick<QueueRowProps, 'item' | 'order'>) {
  const t = useText(moderation);
  const ofOrder = useText(workOrders);
  const step = order ? `next.${order.state}` : '';
  const own = item.kind === 'overdue' ? `todo.${item.subjectKind}` : `todo.${item.kind}`;
  const words = hasKey(workOrders, step)
    ? ofOrder(step, { department: order?.department || t('no-department') })
    : hasKey(moderation, own) && t(own);
  return <p className="queue-next">{words && t('next-step', { step: words })}</p>;
}

function RowActs({ item, claim, state }: Pick<QueueRowProps, 'item' | 'claim' | 'state'>) {
  const t = useText(moderation);
  const orderable = item.kind === 'feedback' || item.kind === 'threshold-reached';
  return (
    <div className="queue-acts">
      {orderable && (
        <Link
          className="button button-quiet button-small"
          to={`${paths.newWorkOrder}?${item.subjectKind}=${item.subjectId}`}
        >
          {t('to-order')}
        </Link>
      )}
      {!claim && <ClaimForm id={item.id} intent="claim" />}
      {claim?.mine && <ClaimForm id={item.id} intent="release" />}
      {isDecidable(item.kind) && (!claim || claim.mine) && <DecideForm item={item} state={state} />}
    </div>
  );
}

export function isDecidable(kind: string): boolean {
  return hasKey(moderation, `approve.${kind}`);
}

/** The two decisions on a kind of matter. */
export function DecisionButtons({ kind }: { kind: string }) {
  const t = useText(moderation);
  const [approve, refuse] = [`approve.${kind}`, `refuse.${kind}`];
  if (!hasKey(moderation, approve) || !hasKey(moderation, refuse)) return null;
  return (
    <div className="form-actions">
      <Button name="decision" value="approve" size="small">
        {t(approve)}
      </Button>
      <Button name="decision" value="refuse" size="small" variant="danger">
        {t(refuse)}
      </Button>
    </div>
  );
}

function DecideForm({ item, state }: Pick<QueueRowProps, 'item' | 'state'>) {
  const t = useText(moderation);
  return (
    <DisclosureForm trigger={t('decide')} size="small" hidden={{ items: item.id }} state={state}>
      {item.kind === 'report' && <BreachField />}
      <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
        <TextArea rows={3} maximum={2000} />
      </Field>
      <DecisionButtons kind={item.kind} />
    </DisclosureForm>
  );
}
