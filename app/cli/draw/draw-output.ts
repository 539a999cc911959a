import type { Council } from '~/domains/councils/rules/council';
import type { ChangedBound, NoPanel } from '~/domains/councils/rules/quota-conflicts/explain-no-panel';
import type { SaidBound } from '~/domains/councils/rules/quota-conflicts/bounds';
import type { DrawSummary } from './draw-summary';

/** The chances and what was drawn, for people to read. */
export function describeDraw(summary: DrawSummary): string {
  const { people, seats, list, drawn, impossible, certain } = summary;
  const lines = [
    `${seats} seats, ${people} people`,
    `chances from ${percent(summary.minimum)}, inequality (Gini) ${summary.gini.toFixed(4)}`,
  ];
  if (impossible.length > 0)
    lines.push(`on no panel that keeps to the quotas: ${some(impossible)}`, ...lowestOfOthers(summary));
  if (certain.length > 0) lines.push(`sit whatever is drawn: ${some(certain)}`);
  lines.push(
    `list of ${list.panels} panels, SHA-256 ${list.sha256}`,
    `by the list nobody’s chance differs by more than ${percent(list.largestChange)}`,
  );
  if (list.notOnTheList.length > 0) lines.push(`not on the list, which is short: ${some(list.notOnTheList)}`);
  if (drawn)
    lines.push(
      '',
      `seed ${JSON.stringify(drawn.seed)}, counter ${drawn.counter}, hash ${drawn.hash}`,
      `line ${drawn.index} (the first is 0) is drawn:`,
      ...drawn.panel.map((id) => `  ${id}  ${percent(summary.probabilities[id] ?? 0)}`),
    );
  else lines.push('', 'Nothing is drawn: give the published --seed to draw. --json prints the list.');
  return `${lines.join('\n')}\n`;
}

const lowestOfOthers = ({ minimumOfThePossible }: DrawSummary) => [
  `chances of the others from ${percent(minimumOfThePossible)}`,
];

/** Why there is no panel, for people to read. */
export function describeNoPanel(answer: NoPanel, { seats, people }: Council): string {
  if (answer.why === 'too-few-people')
    return `No panel: ${people.length} people, or their households, are fewer than ${seats} seats.\n`;
  const lines = [`No panel of ${seats} keeps to the quotas. These cannot be kept together:`];
  for (const set of answer.conflicts) lines.push(`  ${set.map(boundWords).join(' and ')}`);
  if (!answer.conflictsComplete) lines.push('  … and there are more');
  const smallest = answer.smallestRelaxation;
  if (smallest) {
    lines.push(`The smallest change that helps (${seatsWords(smallest.seats)}):`);
    for (const one of [smallest, ...answer.otherRelaxations]) {
      lines.push(`  ${one.changes.map(changeWords).join(' and ')}`);
      if (!one.neverDrawnKnown)
        lines.push('    who would be on no panel even then was not found out in time');
      if (one.neverDrawn.length > 0)
        lines.push(`    even then on no panel, ${one.neverDrawn.length} people: ${some(one.neverDrawn)}`);
    }
    if (!answer.relaxationsComplete) lines.push('  … and there may be others');
  }
  return `${lines.join('\n')}\n`;
}

const boundWords = ({ feature, value, bound, quota }: SaidBound) =>
  `${feature} ${value} at ${bound === 'min' ? 'least' : 'most'} ${quota}`;

const changeWords = ({ change, ...bound }: ChangedBound) =>
  `${boundWords(bound)} becomes ${bound.quota + change}`;

const seatsWords = (seats: number) => (seats === 1 ? '1 seat' : `${seats} seats`);

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

const mostNamed = 20;

const some = (ids: readonly string[]) =>
  ids.length <= mostNamed
    ? ids.join(', ')
    : `${ids.slice(0, mostNamed).join(', ')} and ${ids.length - mostNamed} more`;
