import type { ReadContext } from '../../context';
import { formerIdentityText, householdText, identityText, rollPersonSchema } from './roll-person';
import type { RollPerson } from './roll-person';

/** The columns in which a person stands on the roll of one ballot: sealed, and as keys that say only what is equal. */
export function sealedLine(ctx: ReadContext, ballotId: string, person: RollPerson) {
  const household = householdText(person);
  return {
    sealedPerson: ctx.keys.seal(JSON.stringify(person)),
    identityKey: identityKeyOf(ctx, ballotId, person),
    householdKey: household === null ? null : ctx.keys.hash(`roll ${ballotId} ${household}`),
  };
}

/** The same person has another key on another roll: rolls are not to be joined with one another. */
function identityKeyOf(ctx: ReadContext, ballotId: string, person: RollPerson): string {
  return ctx.keys.hash(`roll ${ballotId} person ${identityText(person)}`);
}

/** The keys under which the person may stand on the roll already. */
export const identityKeysOf = (ctx: ReadContext, ballotId: string, person: RollPerson): string[] => [
  identityKeyOf(ctx, ballotId, person),
  ctx.keys.hash(`roll ${ballotId} person ${formerIdentityText(person)}`),
];

/** What `sealedLine` sealed. Throws where the portal's data key is another. */
export function openLine(ctx: ReadContext, sealedPerson: string): RollPerson {
  return rollPersonSchema.parse(JSON.parse(ctx.keys.open(sealedPerson)));
}
