import { Link, useSearchParams } from '@remix-run/react';
import { useCategoryName } from '~/components/across/use-categories';
import { WorkOrderBadges } from './work-order-badges';
import {
  Button,
  EmptyState,
  Field,
  Form,
  Pagination,
  Section,
  Select,
  StatusBadge,
  Time,
} from '~/components/ui';
import { useText } from '~/i18n/use-text';
import { workbench } from '~/i18n/workbench';
import type { FormState } from '~/lib/form-state';

const bulkForm = 'bulk-dispatch';

export interface QueuedCard {
  id: string;
  number: string;
  title: string;
  category: string;
  areaId: string;
  state: string;
  urgency: string;
  version: number;
  dueAt: Date;
  /** Hours for which the next act on it is overdue; null where it is not. */
  lateHours: number | null;
}

export interface WorkbenchListProps {
  items: readonly QueuedCard[];
  names: Readonly<Record<string, string>>;
  next: string | null;
  page: { order: { id: string } } | null;
  bulk: boolean;
}

/** The orders of a queue, the most urgent first; each opens beside the list. */
export function WorkbenchList({ items, names, next, page, bulk }: WorkbenchListProps) {
  const t = useText(workbench);
  if (items.length === 0) return <EmptyState title={t('empty')}>{t('empty-body')}</EmptyState>;
  return (
    <>
      <ul className="workbench-list">
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            area={names[item.areaId]}
            current={page?.order.id === item.id}
            bulk={bulk}
          />
        ))}
      </ul>
      <Pagination next={next} />
    </>
  );
}

function useOpening() {
  const [asked] = useSearchParams();
  return (id: string) => {
    const query = new URLSearchParams(asked);
    query.set('order', id);
    query.delete('template');
    return `?${query}#order`;
  };
}

interface RowProps {
  item: QueuedCard;
  area: string | undefined;
  current: boolean;
  bulk: boolean;
}

function Row({ item, area, current, bulk }: RowProps) {
  const t = useText(workbench);
  const category = useCategoryName();
  const to = useOpening();
  return (
    <li data-item data-current={current ? '' : undefined}>
      {bulk && (
        <input
          type="checkbox"
          name="orders"
          form={bulkForm}
          value={`${item.id}:${item.version}`}
          aria-label={t('select', { title: item.title })}
        />
      )}
      <div>
        <Link to={to(item.id)} aria-current={current ? 'true' : undefined}>
          {item.title}
        </Link>
        <p className="field-hint">
          {[item.number, area, category(item.category)].filter(Boolean).join(' · ')}
        </p>
        <p className="field-hint">
          <WorkOrderBadges order={item} overdue={false} /> <Late hours={item.lateHours} /> {t('due')}{' '}
          <Time value={item.dueAt} />
        </p>
      </div>
    </li>
  );
}

/** By how much an order is overdue: hours on the first day, then days. */
function Late({ hours }: { hours: number | null }) {
  const t = useText(workbench);
  if (hours === null) return null;
  return (
    <StatusBadge tone="danger">
      {hours < 24
        ? t('late-hours', { count: Math.max(1, hours) })
        : t('late-days', { count: Math.floor(hours / 24) })}
    </StatusBadge>
  );
}

export interface BulkDispatchProps {
  departments: readonly { id: string; name: string }[];
  state: FormState | undefined;
}

/** Sends what is selected in the list to the departments that the responsibility lists name, or all to one. */
export function BulkDispatch({ departments, state }: BulkDispatchProps) {
  const t = useText(workbench);
  return (
    <Section title={t('bulk-title')}>
      <Form id={bulkForm} intent="bulk" state={state}>
        <p>{t('bulk-hint')}</p>
        <Field name="departmentId" label={t('bulk-department')}>
          <Select options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
        <Button variant="secondary">{t('bulk-send')}</Button>
      </Form>
    </Section>
  );
}
