import { BarChart, Section, StatGrid, Table } from '~/components/ui';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { useText } from '~/i18n/use-text';

interface Month {
  month: string;
  shifts: number;
  seats: number;
  came: number;
  absent: number;
  minutes: number;
}

export interface SeasonFiguresProps {
  season: { months: readonly Month[]; people: number };
}

/** What came of the shifts of the last twelve months: in all, drawn by month, and as a table. */
export function SeasonFigures({ season: { months, people } }: SeasonFiguresProps) {
  const d = useText(volunteerDesk);
  if (months.length === 0) return null;
  const sum = (of: (month: Month) => number) => months.reduce((total, month) => total + of(month), 0);
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
            cell: (row: Month) => String(row[key]),
          })),
          {
            ...{ key: 'hours', header: d('season-hours'), numeric: true },
            cell: ({ minutes }: Month) => String(hoursOf(minutes)),
          },
        ]}
      />
    </Section>
  );
}
