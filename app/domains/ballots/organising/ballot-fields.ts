import { budgetPaperValues } from './budget-paper-values';
import { meetingValues } from './meeting-values';
import { readTerms, yuanText } from './terms';
import type { FieldValues } from '~/lib/form-state';
import { wallClockText } from '~/lib/time/local-time';

/** A ballot with its options, as the form that called it filled the rows. */
export interface CalledRow {
  title: string;
  question: string;
  areaId: string;
  kind: string;
  terms: string;
  electorateKind: string;
  standing: string;
  unit: string;
  secret: boolean;
  minimumAge: number;
  maximumChoices: number | null;
  quorumPercent: number | null;
  thresholdPercent: number;
  percentageBase: string;
  paperVoting: boolean;
  opensAt: Date;
  closesAt: Date;
  options: readonly CalledOption[];
  listed: readonly { email: string }[];
}

interface CalledOption {
  label: string;
  proposalId: string | null;
  costFen: bigint | null;
  groupName: string | null;
}

const text = (value: number | null) => (value === null ? '' : String(value));
const yuan = (fen: number | bigint | null | undefined) => (fen == null ? '' : yuanText(Number(fen)));
const ticked = (is: boolean) => (is ? 'on' : '');

/** What parts the line of a project, or ends it, would be read as the cost of another. */
const inOneCell = (label: string) => label.replaceAll(/\s*[|｜\t\r\n]+\s*/g, ' / ');

/** A free option as it is typed: with cost and group where it is a project. */
function lineOf({ label, costFen, groupName }: CalledOption): string {
  return [
    costFen === null ? label : inOneCell(label),
    ...(costFen === null ? [] : [yuan(costFen)]),
    ...(groupName === null ? [] : [groupName]),
  ].join(' | ');
}

/** The form's fields as the ballot would fill them, times on the wall of the zone. */
export function ballotFields(ballot: CalledRow, timeZone: string): FieldValues {
  const terms = readTerms(ballot.terms);
  const { budget } = terms;
  const proposals = ballot.options.flatMap((option) =>
    option.proposalId === null ? [] : [{ id: option.proposalId, costFen: option.costFen }],
  );
  return {
    ...{ title: ballot.title, question: ballot.question, areaId: ballot.areaId, kind: ballot.kind },
    ...{ standing: ballot.standing, unit: ballot.unit, secret: ballot.secret ? 'secret' : 'open' },
    ...meetingValues(terms.meeting),
    ...{ electorateKind: ballot.electorateKind, organisationIds: terms.organisationIds },
    listed: ballot.listed.map(({ email }) => email).join('\n'),
    minimumAge: String(ballot.minimumAge),
    maximumChoices: text(ballot.maximumChoices),
    seats: String(terms.seats),
    maximumScore: String(terms.maximumScore),
    entrusted: String(terms.entrusted),
    tieRule: terms.tieRule,
    budget: yuan(budget?.fen),
    ...budgetPaperValues(budget),
    completion: budget?.completion ?? 'add1',
    stopWhenExhaustive: ticked(budget?.stopWhenExhaustive ?? false),
    paperBudget: yuan(budget?.paperFen),
    quorumPercent: text(ballot.quorumPercent),
    thresholdPercent: String(ballot.thresholdPercent),
    percentageBase: ballot.percentageBase,
    opensAt: wallClockText(ballot.opensAt, timeZone),
    closesAt: wallClockText(ballot.closesAt, timeZone),
    paperVoting: ticked(ballot.paperVoting),
    proposalIds: proposals.map(({ id }) => id),
    ...Object.fromEntries(proposals.map(({ id, costFen }) => [`cost.${id}`, yuan(costFen)])),
    options: ballot.options
      .filter(({ proposalId }) => proposalId === null)
      .map(lineOf)
      .join('\n'),
  };
}
