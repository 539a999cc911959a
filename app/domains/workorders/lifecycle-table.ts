import { workOrderRows } from './lifecycle';
import type { StepLimit, WorkOrderParty, WorkOrderRow } from './lifecycle';

const who: Record<WorkOrderParty, string> = {
  moderator: 'coordinator of the area that has it',
  department: 'department in charge',
  helper: 'helping department',
  called: 'called department',
  asker: 'those who asked',
  system: 'the portal',
};

const within: Record<StepLimit, string> = {
  response: 'response limit',
  resolution: 'resolution limit',
  'working-day': 'one working day',
  'helper-due': 'the date given to the helper',
  meeting: 'the time of the meeting',
  'seven-days': 'seven days',
  none: '–',
};

const shows: Record<WorkOrderRow['shows'], string> = {
  step: 'the step',
  'step-and-words': 'the step and its words',
  nothing: 'nothing',
};

/** The life cycle as a Markdown table, as docs/work-orders.md prints it. */
export function lifecycleTable(): string {
  const cells = workOrderRows.map((row) => [
    `${row.term} \`${row.event}\``,
    row.from.join(', '),
    row.to === 'same' ? '(stays)' : row.to,
    row.by.map((party) => who[party]).join(', '),
    row.requires.join(', ') || '–',
    within[row.within],
    shows[row.shows],
  ]);
  const header = ['Step', 'From', 'To', 'Who', 'Required', 'By when', 'The public sees'];
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...cells.map(line)].join('\n');
}
