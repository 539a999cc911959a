import { formatCount } from '~/components/ui';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { useLocale, useText } from '~/i18n/use-text';

/** Points where these are counted, else votes: that by which projects are compared. */
export const scoreOf = ({ points, votes }: { points?: string; votes: number }) =>
  points === undefined ? votes : Number(points);

interface Voted {
  votes: number;
  points?: string;
}

/** Points, and from how many, where these are counted; else votes. */
export function useVotesColumns(pointed: boolean) {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const locale = useLocale();
  const column = (key: string, header: string, value: (row: Voted) => number) => ({
    ...{ key, header, numeric: true },
    cell: (row: Voted) => formatCount(locale, value(row)),
  });
  const votes = column('votes', pointed ? p('points-from') : t('votes'), (row) => row.votes);
  return pointed ? [column('points', p('points'), scoreOf), votes] : [votes];
}
