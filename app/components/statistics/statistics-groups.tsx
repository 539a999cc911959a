import { useLocation } from '@remix-run/react';
import { LineChart } from '~/components/charts/line-chart';
import { useCategoryName } from '~/components/across/use-categories';
import { Section } from '~/components/ui';
import type { statisticsPage } from '~/domains/statistics/statistics-page.query.server';
import { paths } from '~/paths';
import { statistics } from '~/i18n/statistics';
import { useText } from '~/i18n/use-text';
import type { Narrowing } from './rate-figure';
import { RatesTable } from './rates-table';

type Page = Awaited<ReturnType<typeof statisticsPage>>;
type Group = Page['departments'];

const drawn = ['response', 'resolution', 'satisfaction'] as const;

/** Month by month, drawn and in numbers. */
export function Months({ months, narrowing }: { months: Group; narrowing: Narrowing }) {
  const t = useText(statistics);
  const number = (percent: string | null) => (percent ? Number(percent) : null);
  return (
    <Section title={t('by-month')}>
      <LineChart
        title={t('by-month-title')}
        hint={t('chart-hint')}
        months={months.map((month) => month.key)}
        lines={[
          ...drawn.map((name) => ({
            key: name,
            label: t(`rate.${name}`),
            values: months.map(({ rates }) => number(rates[name].percent)),
          })),
          {
            key: 'overall',
            label: t('rate.overall'),
            values: months.map(({ rates }) => number(rates.overall)),
          },
        ]}
      />
      <details className="chart-table">
        <summary>{t('month-table')}</summary>
        <RatesTable
          caption={t('by-month')}
          header={t('month')}
          rows={months.map(({ key, rates, isWhole }) => ({
            key,
            isWhole,
            label: key,
            rates,
            narrowing: { ...narrowing, from: key, to: key },
          }))}
        />
      </details>
    </Section>
  );
}

type Shown = 'departments' | 'areas' | 'categories' | 'names';

/** Rows of a table, each with its own page of statistics. */
function useRows(narrowing: Narrowing) {
  const here = new URLSearchParams(useLocation().search);
  const narrower = (name: string, value: string) => {
    const query = new URLSearchParams(here);
    query.set(name, value);
    return `${paths.statistics}?${query.toString()}`;
  };
  return (name: 'department' | 'area' | 'category', of: Group, label: (key: string) => string) =>
    of.map(({ key, rates, isWhole }) => ({
      key,
      isWhole,
      label: label(key),
      to: narrower(name, key === '' ? 'none' : key),
      rates,
      narrowing: { ...narrowing, [name]: key === '' ? 'none' : key },
    }));
}

/** By department, area and category. */
export function Groups({ page, narrowing }: { page: Pick<Page, Shown>; narrowing: Narrowing }) {
  const { departments, areas, categories: groups, names } = page;
  const t = useText(statistics);
  const category = useCategoryName();
  const rows = useRows(narrowing);
  return (
    <>
      <Section title={t('by-department')}>
        <RatesTable
          caption={t('by-department')}
          header={t('department')}
          rows={rows('department', departments, (key) => names.departments[key] ?? t('no-department'))}
        />
      </Section>
      {areas.length > 0 && (
        <Section title={t('by-area')}>
          <RatesTable
            caption={t('by-area')}
            header={t('area')}
            rows={rows('area', areas, (key) => names.areas[key] ?? key)}
          />
        </Section>
      )}
      <Section title={t('by-category')}>
        <RatesTable
          caption={t('by-category')}
          header={t('category')}
          rows={rows('category', groups, category)}
        />
      </Section>
    </>
  );
}
