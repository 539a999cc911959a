import type { Council } from '~/domains/councils/rules/council';
import type { CouncilLottery } from '~/domains/councils/rules/draw-council';
import { drawLine } from '~/domains/councils/rules/lottery/draw-line';

/** What `gongzhi draw --json` prints where there is a panel; docs/draws.md describes the fields. */
export function summariseDraw(
  { people, seats, quotas }: Council,
  lottery: CouncilLottery,
  seed: string | undefined,
) {
  const { panels, listSha256, chances, listChances } = lottery;
  const byId = (of: readonly number[]) =>
    Object.fromEntries(people.map(({ id }, at) => [id, rounded(of[at] as number)]));
  const line = seed === undefined ? null : drawLine({ listSha256, lines: panels.length }, seed);
  return {
    feasible: true,
    people: people.length,
    seats,
    quotas: quotas.map(({ feature, value, min, max }) => ({ feature, value, min, max })),
    minimum: rounded(lottery.minimum),
    minimumOfThePossible: rounded(lottery.minimumOfThePossible),
    gini: rounded(lottery.gini),
    probabilities: byId(chances),
    impossible: lottery.impossible,
    certain: lottery.certain,
    list: {
      panels: panels.length,
      sha256: listSha256,
      probabilities: byId(listChances),
      largestChange: rounded(
        Math.max(...chances.map((chance, at) => Math.abs(chance - (listChances[at] as number)))),
      ),
      bound: seats / panels.length,
      notOnTheList: people.flatMap(({ id }, at) => (chances[at] && !listChances[at] ? [id] : [])),
    },
    panels,
    drawn: line === null ? null : { ...line, panel: panels[line.index] ?? [] },
  };
}

export type DrawSummary = ReturnType<typeof summariseDraw>;

/** Twelve decimals: what the solver stands for. */
const rounded = (value: number) => Number(value.toFixed(12));
