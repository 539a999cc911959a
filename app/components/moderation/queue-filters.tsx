import { useLocation } from '@remix-run/react';
import { FilterArea, FilterBar, FilterQuery, FilterSelect, Tabs } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';
import { forgetLookUps } from '~/lib/choices/area-choices';
import type { AreaChoices } from '~/lib/choices/area-choices';

const lights = ['late', 'soon', 'later', 'none'] as const;

export interface QueueFiltersProps {
  kind: string | null;
  /** All for which something may wait. */
  kinds: readonly string[];
  counts: {
    total: number;
    kinds: Partial<Record<string, number>>;
    lights: Partial<Record<string, number>>;
  };
  areas: AreaChoices;
}

function linkToKind({ pathname, search }: { pathname: string; search: string }, name: string | null): string {
  const asked = new URLSearchParams(search);
  asked.delete('cursor');
  forgetLookUps(asked);
  if (name === null) asked.delete('kind');
  else asked.set('kind', name);
  return `${pathname}?${asked}`;
}

/** The kinds with how many of each wait, and the narrowing by area and deadline; each keeps the others. */
export function QueueFilters({ kind, kinds, counts, areas }: QueueFiltersProps) {
  const t = useText(moderation);
  const here = useLocation();
  const linkTo = (name: string | null) => linkToKind(here, name);
  const nameOf = (name: string) => {
    const key = `kind.${name}`;
    return hasKey(moderation, key) ? t(key) : name;
  };
  const waiting = kinds.filter((name) => name === kind || (counts.kinds[name] ?? 0) > 0);
  return (
    <>
      <Tabs
        label={t('by-kind')}
        tabs={[
          { to: linkTo(null), label: t('kind.all'), current: kind === null, count: counts.total },
          ...waiting.map((name) => ({
            to: linkTo(name),
            label: nameOf(name),
            current: kind === name,
            count: counts.kinds[name] ?? 0,
          })),
        ]}
      />
      <FilterBar>
        <FilterQuery label={t('search')} />
        <FilterArea areas={areas} />
        <FilterSelect
          name="light"
          label={t('due')}
          options={lights.map((value) => ({
            value,
            label: `${t(`light.${value}`)} (${counts.lights[value] ?? 0})`,
          }))}
        />
        {kind && <input type="hidden" name="kind" value={kind} />}
      </FilterBar>
    </>
  );
}
