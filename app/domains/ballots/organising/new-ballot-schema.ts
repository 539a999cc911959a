import { z } from 'zod';
import { mostEntrusted } from '../entrusting/rules';
import { budgetPaperFault, budgetPaperFields } from './budget-papers';
import { meetingFields, missingOfMeeting } from './meeting';
import { fenOf } from './terms';
import {
  ballotKinds,
  ballotStandings,
  budgetRules,
  completions,
  electorateKinds,
  percentageBases,
  tieRules,
  votingUnits,
} from '../vocabulary';
import { numberField } from '~/lib/numbers/number-field';

export const mostOptions = 100;

const instant = z.iso.datetime({ local: true, offset: true }).transform((text) => new Date(text));
const percent = z.number().int().min(0).max(100);

function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

const ticked = optional(z.literal('on'));

const several = (longest: number) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(longest)).max(mostOptions),
  );

/** Yuan with at most two decimals, in fen. */
const money = z
  .string()
  .max(40, 'not-an-amount')
  .transform((text, ctx) => {
    const fen = fenOf(text);
    if (fen !== null && fen > 0) return fen;
    ctx.addIssue({ code: 'custom', message: 'not-an-amount' });
    return z.NEVER;
  });

/** The lines of a field, without empty ones. */
const lines = (longest: number, most: number) =>
  z
    .string()
    .max(Math.min(longest * most, 500_000))
    .default('')
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .pipe(z.array(z.string().max(longest)).max(most));

/** Each field by itself, under the name that it has on the form. */
export const typedFields = z.object({
  title: z.string().trim().min(4).max(80),
  question: z.string().trim().min(4).max(5000),
  areaId: z.string().min(4).max(15),
  kind: z.enum(ballotKinds),
  standing: z.enum(ballotStandings),
  ...meetingFields,
  unit: z.enum(votingUnits),
  secret: z.enum(['secret', 'open']),
  electorateKind: z.enum(electorateKinds).default('residents'),
  organisationIds: several(26),
  listed: lines(254, 5000).pipe(z.array(z.email().toLowerCase())),
  minimumAge: numberField(z.number().int().min(0).max(100)),
  maximumChoices: numberField(z.number().int().min(1).max(mostOptions).optional()),
  seats: numberField(z.number().int().min(1).max(mostOptions).optional()),
  maximumScore: numberField(z.number().int().min(1).max(10).optional()),
  entrusted: numberField(z.number().int().min(0).max(mostEntrusted).default(0)),
  tieRule: z.enum(tieRules).default('order'),
  budget: optional(money),
  budgetRule: z.enum(budgetRules).default('equal-shares-cost'),
  completion: z.enum(completions).default('add1'),
  stopWhenExhaustive: ticked,
  ...budgetPaperFields,
  paperBudget: optional(money),
  quorumPercent: numberField(percent.optional()),
  thresholdPercent: numberField(percent),
  percentageBase: z.enum(percentageBases),
  opensAt: instant,
  closesAt: instant,
  paperVoting: ticked,
  /** That so short a vote is meant: asked for only where it is. */
  shortMeant: ticked,
  /** Only where a ballot is changed: why, which is published, and what the form was filled with. */
  reason: z.string().trim().max(500).default(''),
  revision: z.string().max(64).optional(),
  proposalIds: several(26),
  /** Costs of the proposals as typed, by id. */
  costs: z.record(z.string().max(40), z.string().max(40)).default({}),
  options: lines(240, mostOptions),
});

export type TypedBallot = z.output<typeof typedFields>;

/** Gathers `cost.<proposal>` into one record. */
export function gatherCosts(form: unknown): unknown {
  if (typeof form !== 'object' || form === null) return form;
  const costs = Object.entries(form).flatMap(([name, value]) =>
    name.startsWith('cost.') && typeof value === 'string' ? [[name.slice('cost.'.length), value]] : [],
  );
  return { ...form, ...(costs.length > 0 ? { costs: Object.fromEntries(costs) as unknown } : {}) };
}

export interface NewOption {
  label: string;
  costFen: number | null;
  groupName: string | null;
}

/** A project as typed on one line: name | cost in yuan | group (where there are variants). Null where it is none. */
export function projectOfLine(line: string): NewOption | null {
  const [label = '', cost = '', group = '', ...more] = line.split(/[|｜\t]/).map((part) => part.trim());
  const costFen = fenOf(cost);
  if (label === '' || costFen === null || more.length > 0) return null;
  return { label, costFen, groupName: group === '' ? null : group };
}

/** What the projects cost, as far as it can be read. */
function costsOf({ options, proposalIds, costs }: TypedBallot): number[] {
  const typed = options.map((line) => projectOfLine(line)?.costFen ?? 0);
  return [...typed, ...proposalIds.map((id) => fenOf(costs[id] ?? '') ?? 0)];
}

/** People who work, and those who are told by mail, miss a vote of less than a day; a show of hands takes minutes. */
const questionedBelow = { consultation: 3600_000, 'statutory-record': 24 * 3600_000 };

function isShort({ standing, opensAt, closesAt }: TypedBallot): boolean {
  return Number(closesAt) - Number(opensAt) < questionedBelow[standing];
}

/** `line`: which of the field's lines it is, and what stands there. */
type Fault = (path: string, message: string, line?: { at: number; text: string }) => void;

/** An option as voters tell it from the others: 路灯 | 100 and 路灯|100 are one. */
function comparedOption(kind: TypedBallot['kind'], line: string): string {
  const project = kind === 'budget' ? projectOfLine(line) : null;
  return project ? JSON.stringify(project) : line;
}

function checkOptions(ballot: TypedBallot, fault: Fault): void {
  const count = ballot.proposalIds.length + ballot.options.length;
  if (count < (ballot.kind === 'support' ? 1 : 2)) fault('options', 'too-few-options');
  const written = ballot.options.map((line) => comparedOption(ballot.kind, line));
  for (const [at, text] of ballot.options.entries())
    if (written.indexOf(written[at] ?? '') < at) fault('options', 'options-repeated', { at, text });
  if (ballot.kind === 'budget') checkBudget(ballot, fault);
}

function checkBudget(ballot: TypedBallot, fault: Fault): void {
  if (ballot.budget === undefined) fault('budget', 'required');
  const wrong = budgetPaperFault(ballot);
  if (wrong) fault(wrong.field, wrong.message);
  for (const [at, text] of ballot.options.entries())
    if (projectOfLine(text) === null) fault('options', 'not-a-project', { at, text });
  for (const id of ballot.proposalIds)
    if (fenOf(ballot.costs[id] ?? '') === null) fault(`cost.${id}`, 'not-an-amount');
  const costs = costsOf(ballot);
  if (ballot.budget !== undefined && costs.length > 0 && Math.min(...costs) > ballot.budget)
    fault('budget', 'no-project-fits');
}

function checkElectorate(ballot: TypedBallot, fault: Fault): void {
  if (ballot.electorateKind === 'organisations' && ballot.organisationIds.length === 0)
    fault('organisationIds', 'choose-items');
  if (ballot.electorateKind === 'list' && ballot.listed.length === 0) fault('listed', 'required');
}

function checkTimes(ballot: TypedBallot, fault: Fault): void {
  if (ballot.closesAt <= ballot.opensAt) fault('closesAt', 'closes-before-opens');
  else if (isShort(ballot) && ballot.shortMeant !== 'on') fault('closesAt', 'voting-short');
}

function checkMeeting(ballot: TypedBallot, fault: Fault): void {
  for (const field of missingOfMeeting(ballot)) fault(field, 'required');
}

/** What the fields of a step of the form must be together, with what the steps before it say. */
export const checksOfSteps = {
  times: checkTimes,
  options: checkOptions,
  electorate: checkElectorate,
  rule: checkMeeting,
};

export const newBallotSchema = z
  .preprocess(gatherCosts, typedFields)
  .superRefine((ballot, ctx) => {
    const fault: Fault = (path, message, line) =>
      ctx.addIssue(
        line
          ? { code: 'custom', path: [path, line.at], message, input: line.text }
          : { code: 'custom', path: [path], message },
      );
    for (const check of Object.values(checksOfSteps)) check(ballot, fault);
    if (ballot.revision !== undefined && ballot.reason.length < 4) fault('reason', 'say-why');
  })
  .transform((ballot) => ({
    ...ballot,
    costs: Object.fromEntries(Object.entries(ballot.costs).map(([id, text]) => [id, fenOf(text) ?? 0])),
    options: ballot.options.map(
      (line): NewOption =>
        (ballot.kind === 'budget' ? projectOfLine(line) : null) ?? {
          label: line,
          costFen: null,
          groupName: null,
        },
    ),
  }));
export type NewBallot = z.output<typeof newBallotSchema>;
