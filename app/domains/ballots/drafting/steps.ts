import { fieldsOfKind } from './fields-of-kind';
import { meetingValues } from '../organising/meeting-values';
import { budgetPaperValues } from '../organising/budget-paper-values';
import { ballotKinds, budgetPapers } from '../vocabulary';
import type { BallotKind, BudgetPapers } from '../vocabulary';
import type { FieldValues } from '~/lib/form-state';

/** The steps of the form in their order; something is typed on all but the last. */
export const typedSteps = ['matter', 'kind', 'options', 'electorate', 'rule', 'times'] as const;
export type TypedStep = (typeof typedSteps)[number];
export const walkSteps = [...typedSteps, 'preview'] as const;
export type WalkStep = (typeof walkSteps)[number];

/** The step by its name in the address; null where it is none. */
export function stepNamed(name: string | undefined): WalkStep | null {
  return walkSteps.find((step) => step === name) ?? null;
}

export function isTyped(step: WalkStep): step is TypedStep {
  return step !== 'preview';
}

const neighbour = (step: WalkStep, by: 1 | -1): WalkStep =>
  walkSteps[walkSteps.indexOf(step) + by] ?? (by === 1 ? 'preview' : 'matter');

/** Where a button of a step leads: on, back, or to the step that it names. */
export function stepAfter(step: WalkStep, go: string): WalkStep {
  return stepNamed(go) ?? neighbour(step, go === 'back' ? -1 : 1);
}

/** What the form begins with. */
export const initialFields: FieldValues = {
  ...{ title: '', question: '', areaId: '', proposalIds: [] },
  ...{ kind: 'support', options: '', budget: '', paperBudget: '', maximumChoices: '', maximumScore: '5' },
  ...{ electorateKind: 'residents', organisationIds: [], listed: '', minimumAge: '18', unit: 'person' },
  ...{ entrusted: '0', paperVoting: '', standing: 'consultation', secret: 'secret', quorumPercent: '' },
  ...{ thresholdPercent: '50', percentageBase: 'votes-without-abstentions', seats: '1', tieRule: 'order' },
  ...budgetPaperValues(null),
  ...meetingValues(null),
  ...{ completion: 'add1', stopWhenExhaustive: '' },
  ...{ opensAt: '', closesAt: '', shortMeant: '' },
};

/** What a statutory record says of its meeting. */
const recordFields = ['meetingKind', 'convener', 'meetingPlace'];

const ofEveryKind: Record<TypedStep, readonly string[]> = {
  matter: ['title', 'question', 'areaId', 'proposalIds'],
  kind: ['kind'],
  options: ['options'],
  electorate: [
    ...['electorateKind', 'organisationIds', 'listed', 'minimumAge', 'unit', 'entrusted', 'paperVoting'],
  ],
  rule: ['standing', ...recordFields, 'secret', 'quorumPercent', 'tieRule'],
  times: ['opensAt', 'closesAt', 'shortMeant'],
};

/** The values that a field holds, none of them empty. */
export const listOf = (value: string | string[] | undefined) =>
  [value ?? []].flat().filter((one) => one !== '');

/** The kind that was chosen. */
export function kindIn(values: FieldValues): BallotKind {
  return ballotKinds.find((kind) => kind === values.kind) ?? 'support';
}

/** How the papers of a budget ballot speak, as it was chosen. */
export function papersIn(values: FieldValues): BudgetPapers {
  return budgetPapers.find((papers) => papers === values.budgetPapers) ?? 'approvals';
}

/** The proposals that are put to the vote. */
export const proposalsIn = (values: FieldValues): string[] => listOf(values.proposalIds);

/** The names of the fields that stand on a step: those of the chosen kind alone, and a cost for each chosen proposal. */
export function namesOfStep(step: TypedStep, values: FieldValues): string[] {
  const kind = kindIn(values);
  const own = step === 'options' || step === 'rule' ? fieldsOfKind[kind][step] : [];
  const costs = step === 'options' && kind === 'budget' ? proposalsIn(values).map((id) => `cost.${id}`) : [];
  return [...ofEveryKind[step], ...own, ...costs];
}

/** Whether both hold the same. */
export function sameValue(one: string | string[] | undefined, other: string | string[] | undefined): boolean {
  return JSON.stringify(listOf(one)) === JSON.stringify(listOf(other));
}

const giving: readonly BudgetPapers[] = ['points', 'ranks', 'scores'];

/** Fields that are asked only where another holds one of these values. */
const onlyFor: Record<string, { name: string; values: readonly string[] }> = {
  ...Object.fromEntries(
    recordFields.map((field) => [field, { name: 'standing', values: ['statutory-record'] }]),
  ),
  organisationIds: { name: 'electorateKind', values: ['organisations'] },
  listed: { name: 'electorateKind', values: ['list'] },
  pointsTotal: { name: 'budgetPapers', values: ['points'] },
  pointsEach: { name: 'budgetPapers', values: ['points'] },
  paperScore: { name: 'budgetPapers', values: ['scores'] },
  pointsRule: { name: 'budgetPapers', values: giving },
  budgetRule: { name: 'budgetPapers', values: ['approvals'] },
};

function isAsked(name: string, values: FieldValues): boolean {
  const other = onlyFor[name];
  return !other || other.values.includes(String(values[other.name]));
}

/** What is asked of the chosen kind and electorate as it was typed, and all other fields as they stood before. */
export function valuesAsked(values: FieldValues, base: FieldValues): FieldValues {
  const names = typedSteps
    .flatMap((step) => namesOfStep(step, values))
    .filter((name) => isAsked(name, values));
  return { ...base, ...Object.fromEntries(names.map((name) => [name, values[name] ?? ''])) };
}

/** The fields of the steps, as they stand in order on the form, that differ. */
export function changedNames(now: FieldValues, before: FieldValues): string[] {
  return typedSteps
    .flatMap((step) => namesOfStep(step, now))
    .filter((name) => name !== 'shortMeant' && !sameValue(now[name], before[name]));
}
