import type { ReadContext } from '../../context';
import { organisationsById } from '../../organisations/index.server';
import { proposalCards } from '../../proposals/index.server';
import { areaNames } from '../../territory/index.server';
import type { BallotDraft } from './draft-row.server';
import { changedNames, listOf } from './steps';

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
  const both = (name: string) => [...listOf(draft.base[name]), ...listOf(draft.asked[name])];
  const [areas, proposals, organisations] = await Promise.all([
    areaNames(ctx, both('areaId')),
    proposalCards(ctx, both('proposalIds')),
    organisationsById(ctx, both('organisationIds')),
  ]);
  const names = {
    ...areas,
    ...Object.fromEntries(proposals.map(({ id, title }) => [id, title])),
    ...Object.fromEntries([...organisations.values()].map(({ id, name }) => [id, name])),
  };
  return { changes, names };
}
