import { Link } from '@remix-run/react';
import { QueueDeadline } from './queue-deadline';
import { SimilarBeside } from '~/components/across/similar-beside';
import { Button, DisclosureForm, Field, StatusBadge, TextArea } from '~/components/ui';
import type { SimilarMatter } from '~/domains/insights/similar/similar-matters.query.server';
import { pathOfSubject, paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { deliberation } from '~/i18n/deliberation';
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
  similar: readonly SimilarMatter[];
  /** The form that decides on several at once; its checkbox stands here. */
  bulkForm: string | null;
  state: FormState | undefined;
}

function pageOf({ subjectKind, subjectId }: QueueRowProps['item']): string | null {
  return subjectKind === 'comment' ? null : pathOfSubject(subjectKind, subjectId);
}

/** One matter that waits for a moderator, as a line of the list. */
export function QueueRow({ item, now, areaName, order, similar, bulkForm, state }: QueueRowProps) {
  const t = useText(moderation);
  const page = pageOf(item);
  const waited = Math.floor((now.getTime() - item.createdAt.getTime()) / (24 * 3600_000));
  return (
    <li className={bulkForm ? 'queue-row queue-row-bulk' : 'queue-row'} data-item tabIndex={-1}>
      {bulkForm && (
        <label className="queue-check">
          <input type="checkbox" name="items" value={item.id} form={bulkForm} />
          <span className="sr-only">{t('select', { title: item.title })}</span>
        </label>
      )}
      <QueueDeadline item={item} now={now} />
      <div className="queue-matter">
        <h2 className="queue-title">{page ? <Link to={page}>{item.title}</Link> : item.title}</h2>
        <p className="queue-about">
          <KindMarks item={item} />
          <span>{areaName}</span>
          {waited > 0 && <span>{t('waited', { count: waited })}</span>}
          <Detail item={item} />
        </p>
        <SimilarBeside
          similar={similar}
          {...(item.subjectKind === 'proposal' ? { mergeFrom: item.subjectId } : {})}
        />
      </div>
      <NextStep item={item} order={order} />
      <RowActs item={item} state={state} />
    </li>
  );
}

type Item = Pick<QueueRowProps, 'item'>;

/** What is said beside the title; of a report its ground in words. */
function Detail({ item: { kind, detail } }: Item) {
  const t = useText(deliberation);
  if (detail === '') return null;
  const [ground = '', ...words] = kind === 'report' ? detail.split(': ') : [];
  const key = `ground.${ground}`;
  const said = hasKey(deliberation, key) ? [t(key), words.join(': ')].filter(Boolean).join(' · ') : detail;
  return <span className="queue-detail">{said}</span>;
}

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

function RowActs({ item, state }: Pick<QueueRowProps, 'item' | 'state'>) {
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
      {isDecidable(item.kind) && <DecideForm item={item} state={state} />}
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
      <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
        <TextArea rows={3} maximum={2000} />
      </Field>
      <DecisionButtons kind={item.kind} />
    </DisclosureForm>
  );
}
