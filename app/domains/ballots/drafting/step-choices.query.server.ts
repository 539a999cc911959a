import type { ReadContext } from '../../context';
import { organisationChoices } from '../../organisations/index.server';
import { proposalCards, reviewedProposals } from '../../proposals/index.server';
import { areaChoices } from '../../territory/index.server';
import { areasOfBallots } from '../policy';
import { proposalsIn } from './steps';
import type { TypedStep } from './steps';
import type { AreaChoices } from '~/lib/choices/area-choices';
import type { FieldValues } from '~/lib/form-state';
import type { OrganisationChoices } from '~/lib/choices/organisation-choices';

/** From what the fields of a step are chosen; null and empty where it asks for no such thing. */
export interface StepChoices {
  areas: AreaChoices | null;
  organisations: OrganisationChoices | null;
  /** On the first step those that may be put to the vote, with those that are; on that of the options those that are. */
  proposals: { id: string; title: string }[];
}

const none: StepChoices = { areas: null, organisations: null, proposals: [] };
const listOf = (value: string | string[] | undefined) => [value ?? []].flat().filter((one) => one !== '');

async function chosenProposals(ctx: ReadContext, values: FieldValues) {
  const ids = proposalsIn(values);
  const cards = ids.length === 0 ? [] : await proposalCards(ctx, ids);
  return cards.map(({ id, title }) => ({ id, title }));
}

async function matterChoices(ctx: ReadContext, values: FieldValues): Promise<StepChoices> {
  const scope = areasOfBallots(ctx.actor);
  const [areas, chosen, reviewed] = await Promise.all([
    areaChoices(ctx, { scope, chosen: listOf(values.areaId) }),
    chosenProposals(ctx, values),
    reviewedProposals(ctx, scope),
  ]);
  const others = reviewed.filter(({ id }) => !chosen.some((one) => one.id === id));
  return { ...none, areas, proposals: [...chosen, ...others.map(({ id, title }) => ({ id, title }))] };
}

export async function stepChoices(
  ctx: ReadContext,
  step: TypedStep,
  values: FieldValues,
): Promise<StepChoices> {
  if (step === 'matter') return matterChoices(ctx, values);
  if (step === 'options') return { ...none, proposals: await chosenProposals(ctx, values) };
  if (step !== 'electorate') return none;
  return {
    ...none,
    organisations: await organisationChoices(ctx, { chosen: listOf(values.organisationIds) }),
  };
}
