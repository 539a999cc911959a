import { Form, Link, useLocation } from '@remix-run/react';
import { Children, isValidElement } from 'react';
import type { ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import type { AreaChoices } from '~/lib/choices/area-choices';
import { AreaPicker } from './area/area-picker';
import { AreaSelect } from './area/area-select';
import { Icon } from '../icon';
import { Select } from './select';
import type { SelectOption } from './select';
import { useElementId } from '../use-element-id';

function useParameter(name: string): string | undefined {
  return new URLSearchParams(useLocation().search).get(name) ?? undefined;
}

export interface FilterBarProps {
  /** FilterSelect, FilterArea, FilterQuery. */
  children: ReactNode;
}

interface FilterProps {
  areas?: AreaChoices;
  name?: string;
  all?: string | null;
  defaultValue?: string;
  children?: ReactNode;
}

/** How many of the filters among the children someone has set; an order chosen counts too, where one lives does not. */
function countSet(children: ReactNode, asked: URLSearchParams): number {
  return Children.toArray(children).reduce<number>((sum, child) => {
    if (!isValidElement<FilterProps>(child) || child.type === 'input') return sum;
    if (child.type !== FilterSelect && child.type !== FilterArea && child.type !== FilterQuery)
      return sum + countSet(child.props.children, asked);
    const { defaultValue, all } = child.props;
    const name = child.props.name ?? (child.type === FilterArea ? 'area' : 'q');
    const value = asked.get(name);
    return value && !(all === null && value === defaultValue) ? sum + 1 : sum;
  }, 0);
}

/** Whether a filter among the children shows what was found for an area: by a button, or by the Enter key. */
function wasLookedUp(children: ReactNode): boolean {
  return Children.toArray(children).some(
    (child) =>
      isValidElement<FilterProps>(child) &&
      (child.type === FilterArea ? Boolean(child.props.areas?.found) : wasLookedUp(child.props.children)),
  );
}

/**
 * Narrows a list by the URL, at a button: choosing alone changes nothing (WCAG 3.2.2). Paging starts anew. On a
 * narrow screen it stands folded behind a line that says how much is set.
 */
export function FilterBar({ children }: FilterBarProps) {
  const t = useText(common);
  const { pathname, search } = useLocation();
  const set = countSet(children, new URLSearchParams(search));
  return (
    <>
      {/* The form stands beside the details, not inside: a style sheet can show it on wide screens, without scripts. */}
      {/* Open where an area was looked up: what was found stands inside. */}
      <details className="filter-fold" open={wasLookedUp(children)}>
        <summary className="button button-secondary">
          <Icon name="settings" />
          {set > 0 ? t('filter.title-set', { count: set }) : t('filter.title')}
          <Icon name="down" />
        </summary>
      </details>
      <Form method="get" action={pathname} className="filters" aria-label={t('filter.title')}>
        {children}
        <div className="filters-actions">
          <button type="submit" className="button button-secondary">
            {t('filter.apply')}
          </button>
          {search !== '' && (
            <Link to={pathname} className="button button-quiet">
              {t('filter.clear')}
            </Link>
          )}
        </div>
      </Form>
    </>
  );
}

export interface FilterSelectProps {
  name: string;
  label: string;
  options: readonly SelectOption[];
  /** The words for no narrowing ("All" unless told); `null` for none. */
  all?: string | null;
  defaultValue?: string;
}

export function FilterSelect({ name, label, options, all, defaultValue }: FilterSelectProps) {
  const t = useText(common);
  const id = useElementId();
  const value = useParameter(name) ?? defaultValue;
  const placeholder = all === undefined ? t('filter.all') : all;
  return (
    <FilterLabel id={id} label={label}>
      <Select
        key={value ?? ''}
        id={id}
        name={name}
        options={options}
        placeholder={placeholder}
        defaultValue={value}
      />
    </FilterLabel>
  );
}

export interface FilterAreaProps {
  /** As `areaFilter` gives them. */
  areas: AreaChoices;
  name?: string;
  /** What the page is narrowed to where the URL says nothing. */
  defaultValue?: string;
}

export function FilterArea({ areas, name = 'area', defaultValue }: FilterAreaProps) {
  const t = useText(common);
  const id = useElementId();
  const value = useParameter(name) ?? defaultValue;
  if (!areas.few)
    return (
      <AreaPicker
        key={value ?? ''}
        {...{ name, value: value ?? '', choices: areas }}
        label={t('area.label')}
        none={t('area.all')}
        folded
      />
    );
  return (
    <FilterLabel id={id} label={t('area.label')}>
      <AreaSelect key={value ?? ''} id={id} name={name} areas={areas.few} allAreas defaultValue={value} />
    </FilterLabel>
  );
}

export function FilterQuery({ name = 'q', label }: { name?: string; label?: string }) {
  const t = useText(common);
  const id = useElementId();
  const value = useParameter(name);
  return (
    <FilterLabel id={id} label={label ?? t('search.submit')}>
      <span className="filter-query">
        <input
          key={value ?? ''}
          id={id}
          type="search"
          name={name}
          defaultValue={value}
          className="control"
          enterKeyHint="search"
        />
        <Icon name="search" />
      </span>
    </FilterLabel>
  );
}

function FilterLabel({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
