import { BarChart, Section, StatGrid, Table } from '~/components/ui';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import type {
  SeasonFigures as Season,
  SeasonMonth,
} from '~/domains/volunteering/desk/season-figures.query.server';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { useText } from '~/i18n/use-text';

export interface SeasonFiguresProps {
  season: Season;
}

/** What came of the shifts of the last twelve months: in all, drawn by month, and as a table. */
export function SeasonFigures({ season: { months, people } }: SeasonFiguresProps) {
  const d = useText(volunteerDesk);
  if (months.length === 0) return null;
  const sum = (of: (month: SeasonMonth) => number) => months.reduce((total, month) => total + of(month), 0);
  return (
    <Section title={d('season')} id="season">
      <p>{d('season-lead')}</p>
      <StatGrid
        stats={[
          { key: 'shifts', label: d('season-shifts'), value: String(sum(({ shifts }) => shifts)) },
          { key: 'people', label: d('season-people'), value: String(people) },
          { key: 'hours', label: d('season-hours'), value: String(hoursOf(sum(({ minutes }) => minutes))) },
        ]}
      />
      <BarChart
        title={d('season-hours')}
        valueLabel={d('season-hours')}
        bars={months.map(({ month, minutes }) => ({ key: month, label: month, value: hoursOf(minutes) }))}
      />
      <Table
        caption={d('season')}
        captionHidden
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          { key: 'month', header: d('season-month'), cell: ({ month }) => month },
          ...(['shifts', 'seats', 'came', 'absent'] as const).map((key) => ({
            ...{ key, header: d(`season-${key}`), numeric: true },
            cell: (row: SeasonMonth) => String(row[key]),
          })),
          {
            ...{ key: 'hours', header: d('season-hours'), numeric: true },
            cell: ({ minutes }: SeasonMonth) => String(hoursOf(minutes)),
          },
        ]}
      />
    </Section>
  );
}
