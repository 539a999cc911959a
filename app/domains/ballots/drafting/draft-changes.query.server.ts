import type { ReadContext } from '../../context';
import { organisationsById } from '../../organisations/index.server';
import { proposalCards } from '../../proposals/index.server';
import { areaNames } from '../../territory/index.server';
import type { BallotDraft } from './draft-row.server';
import { changedNames, listOf } from './steps';
import type { FieldValues } from '~/lib/form-state';

export interface FieldChange {
  name: string;
  was: string[];
  is: string[];
}

/** What the draft would change of the ballot as it stands now, field by field, with the names of what they point to. */
export async function draftChanges(ctx: ReadContext, draft: BallotDraft) {
  const changes = changedNames(draft.asked, draft.base).map((name): FieldChange => ({
    name,
    was: listOf(draft.base[name]),
    is: listOf(draft.asked[name]),
  }));
  return { changes, names: await namesIn(ctx, draft.base, draft.asked) };
}

/** The names of the areas, proposals and organisations to which fields point, by their ids. */
export async function namesIn(ctx: ReadContext, ...all: FieldValues[]): Promise<Record<string, string>> {
  const both = (name: string) => all.flatMap((fields) => listOf(fields[name]));
  const [areas, proposals, organisations] = await Promise.all([
    areaNames(ctx, both('areaId')),
    proposalCards(ctx, both('proposalIds')),
    organisationsById(ctx, both('organisationIds')),
  ]);
  return {
    ...areas,
    ...Object.fromEntries(proposals.map(({ id, title }) => [id, title])),
    ...Object.fromEntries([...organisations.values()].map(({ id, name }) => [id, name])),
  };
}
