import { Link, useSearchParams } from '@remix-run/react';
import { useLevelName } from '~/components/responsibility/listed-category';
import { useCategoriesToFilter } from '~/components/across/use-categories';
import {
  Button,
  Field,
  FilterArea,
  FilterBar,
  FilterSelect,
  Form,
  LinkButton,
  TextInput,
} from '~/components/ui';
import type { WorkQueue } from '~/domains/workorders/rules/queue-place';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';
import { workbench } from '~/i18n/workbench';
import { forgetLookUps } from '~/lib/choices/area-choices';
import type { AreaChoices } from '~/lib/choices/area-choices';
import { areaLevels } from '~/lib/geo/division-code';
import type { FormState } from '~/lib/form-state';

/** Counts are bounded; beyond this it is “more than”. */
const mostShown = 999;

export interface WorkbenchQueuesProps {
  counts: readonly { queue: WorkQueue; total: number; levels: Readonly<Record<string, number>> }[];
  queue: WorkQueue;
  takesCalls: boolean;
}

/** The query of the page with one part changed; what belongs to one order or page is dropped. */
function useQuery() {
  const [asked] = useSearchParams();
  return (change: Record<string, string>) => {
    const query = new URLSearchParams(asked);
    for (const name of ['order', 'cursor', 'template', 'index']) query.delete(name);
    forgetLookUps(query);
    for (const [name, value] of Object.entries(change)) query.set(name, value);
    return `?${query}`;
  };
}

/** The queues with their counts, and the counts of the one that is open by level. */
export function WorkbenchQueues({ counts, queue, takesCalls }: WorkbenchQueuesProps) {
  const t = useText(workbench);
  const level = useLevelName();
  const query = useQuery();
  const count = (total: number) => (total > mostShown ? t('more', { count: mostShown }) : String(total));
  const open = counts.find((row) => row.queue === queue);
  return (
    <>
      <nav aria-label={t('title')} className="tabs">
        <ul>
          {counts.map((row, index) => (
            <li key={row.queue}>
              <Link
                to={query({ queue: row.queue, level: '' })}
                aria-current={row.queue === queue ? 'page' : undefined}
                data-key={String(index + 1)}
              >
                {t('queue-of', { name: t(`queue.${row.queue}`), count: count(row.total) })}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ul className="form-actions">
        {areaLevels
          .filter((name) => open?.levels[name])
          .map((name) => (
            <li key={name}>
              <Link to={query({ queue, level: name })}>
                {t('level-count', { level: level(name), count: count(open?.levels[name] ?? 0) })}
              </Link>
            </li>
          ))}
      </ul>
      <QueueActions next={query({ order: 'next' })} takesCalls={takesCalls} />
    </>
  );
}

function QueueActions({ next, takesCalls }: { next: string; takesCalls: boolean }) {
  const t = useText(workbench);
  return (
    <p className="form-actions">
      <LinkButton to={next} size="small" data-key="n">
        {t('next')}
      </LinkButton>
      {takesCalls && (
        <LinkButton to={paths.takeCall} size="small" variant="secondary">
          {t('take-call')}
        </LinkButton>
      )}
    </p>
  );
}

export interface WorkbenchFiltersProps {
  scopes: readonly { value: string; label: string }[];
  scope: { kind: 'area' | 'department' };
  areas: AreaChoices;
  queue: WorkQueue;
}

export function WorkbenchFilters({ scopes, scope, areas, queue }: WorkbenchFiltersProps) {
  const t = useText(workbench);
  const level = useLevelName();
  const options = <Value extends string>(values: readonly Value[], name: (value: Value) => string) =>
    values.map((value) => ({ value, label: name(value) }));
  return (
    <FilterBar>
      <FilterSelect name="scope" label={t('scope')} options={[...scopes]} />
      {scope.kind === 'area' && <FilterArea areas={areas} />}
      <FilterSelect
        name="level"
        label={t('level')}
        options={options(areaLevels, level)}
        all={t('level-all')}
      />
      <FilterSelect
        name="category"
        label={t('category')}
        options={useCategoriesToFilter()}
        all={t('category-all')}
      />
      <FilterSelect
        name="late"
        label={t('late')}
        options={[{ value: 'yes', label: t('late-on') }]}
        all={t('late-all')}
      />
      <input type="hidden" name="queue" value={queue} />
    </FilterBar>
  );
}

export interface SavedFiltersProps {
  filters: readonly { id: string; name: string; query: string }[];
  state: FormState | undefined;
}

/** Queries that the person has kept, and a form to keep the present one. */
export function SavedFilters({ filters, state }: SavedFiltersProps) {
  const t = useText(workbench);
  const query = useQuery()({}).slice(1);
  return (
    <details>
      <summary>{`${t('filters-title')} (${filters.length})`}</summary>
      <ul>
        {filters.map(({ id, name, query: kept }) => (
          <li key={id} className="form-actions">
            <Link to={`?${kept}`}>{name}</Link>
            <Form intent="remove-filter" hidden={{ id }}>
              <Button size="small" variant="quiet">
                {t('filter-remove', { name })}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form intent="save-filter" hidden={{ query }} state={state}>
        <Field name="name" label={t('filter-name')} required>
          <TextInput maxLength={40} />
        </Field>
        <Button size="small" variant="secondary">
          {t('filter-save')}
        </Button>
      </Form>
    </details>
  );
}
