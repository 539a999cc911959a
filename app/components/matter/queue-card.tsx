import { Link } from '@remix-run/react';
import { Button, DisclosureForm, Field, StatusBadge, TextArea, Time } from '~/components/ui';
import { pathOfSubject, paths } from '~/http/paths';
import { hasKey } from '~/i18n/catalogue';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface QueueCardProps {
  item: {
    id: string;
    kind: string;
    subjectKind: string;
    subjectId: string;
    title: string;
    detail: string;
    dueAt: Date | null;
    late: boolean;
  };
  areaName: string | undefined;
  /** The form that decides on several at once; its checkbox stands here. */
  bulkForm: string | null;
  state: FormState | undefined;
}

function pageOf({ subjectKind, subjectId, id }: QueueCardProps['item']): string | null {
  if (subjectKind === 'residence') return paths.residenceCheck(id);
  return subjectKind === 'comment' ? null : pathOfSubject(subjectKind, subjectId);
}

/** One matter that waits for a moderator. */
export function QueueCard({ item, areaName, bulkForm, state }: QueueCardProps) {
  const t = useText(moderation);
  const kind = `kind.${item.kind}`;
  const page = pageOf(item);
  const orderable = item.kind === 'feedback' || item.kind === 'threshold-reached';
  return (
    <article className="card queue-card" data-item tabIndex={-1} aria-label={item.title}>
      <div className="card-badges">
        {bulkForm && (
          <input
            type="checkbox"
            name="items"
            value={item.id}
            form={bulkForm}
            aria-label={t('select', { title: item.title })}
          />
        )}
        <StatusBadge tone={item.late ? 'danger' : 'info'}>
          {hasKey(moderation, kind) ? t(kind) : item.kind}
        </StatusBadge>
      </div>
      <h2 className="card-title">{page ? <Link to={page}>{item.title}</Link> : item.title}</h2>
      {item.detail && <p className="card-body">{item.detail}</p>}
      <div className="card-meta">
        <span>{areaName}</span>
        {item.dueAt && (
          <span>
            {t('due')} <Time value={item.dueAt} relative />
          </span>
        )}
      </div>
      <div className="card-actions">
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
    </article>
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

function DecideForm({ item, state }: Pick<QueueCardProps, 'item' | 'state'>) {
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
