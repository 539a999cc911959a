import type { ReadContext } from '../../context';
import { householdText, identityText, rollPersonSchema } from './roll-person';
import type { RollPerson } from './roll-person';
import { keyedHash } from '~/platform/crypto/keyed-hash.server';
import { openSealed, seal } from '~/platform/crypto/seal.server';

/** The columns in which a person stands on the roll of one ballot: sealed, and as keys that say only what is equal. */
export function sealedLine(ctx: ReadContext, ballotId: string, person: RollPerson) {
  const { dataKey } = ctx.configuration;
  const household = householdText(person);
  return {
    sealedPerson: seal(dataKey, JSON.stringify(person)),
    identityKey: identityKeyOf(ctx, ballotId, person),
    householdKey: household === null ? null : keyedHash(dataKey, `roll ${ballotId} ${household}`),
  };
}

/** The same person has another key on another roll: rolls are not to be joined with one another. */
export function identityKeyOf(ctx: ReadContext, ballotId: string, person: RollPerson): string {
  return keyedHash(ctx.configuration.dataKey, `roll ${ballotId} person ${identityText(person)}`);
}

/** What `sealedLine` sealed. Throws where the portal's data key is another. */
export function openLine(ctx: ReadContext, sealedPerson: string): RollPerson {
  return rollPersonSchema.parse(JSON.parse(openSealed(ctx.configuration.dataKey, sealedPerson)));
}
