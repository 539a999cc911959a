import { clauseField, givenClauses, rightField } from '../rules/rights-form';
import type { Actor } from '../../actor';
import type { HeldAgreement } from '../move-agreement.server';
import { maySetDraftingRights, ownParty } from '../policy';
import { keptClauses, rightOf } from '../rules/drafting-rights';
import type { FieldValues } from '~/lib/form-state';

/** What each party may do with the draft, as it is told to all of them, and as its form shows it. */
export function draftingRightsOf(actor: Actor, agreement: HeldAgreement) {
  const { parties, organisationId, version, body } = agreement;
  const clauses = givenClauses(body);
  const rights = [...parties]
    .sort((one, other) => one.position - other.position)
    .map((party) => ({
      organisationId: party.organisationId,
      right: rightOf(party),
      clauses: keptClauses(party).filter((title) => clauses.some((one) => one.title === title)),
      isInitiator: party.organisationId === organisationId,
    }));
  const keeperOf = (title: string) =>
    rights.find((party) => party.clauses.includes(title))?.organisationId ?? '';
  const initial: FieldValues = Object.fromEntries([
    ...rights.map((party) => [rightField(party.organisationId), party.right]),
    ...clauses.map(({ number, title }) => [clauseField(number), keeperOf(title)]),
  ]);
  const own = ownParty(actor, agreement)?.organisationId ?? null;
  return { rights, clauses, version, initial, own, maySet: maySetDraftingRights(actor, agreement).allowed };
}
