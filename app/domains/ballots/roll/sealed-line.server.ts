import type { ReadContext } from '../../context';
import { formerIdentityText, householdText, identityText, rollPersonSchema } from './roll-person';
import type { RollPerson } from './roll-person';

/** Of one roll. A roll goes on by the key with which it was begun: its frozen households are told apart by it. */
interface RollKey {
  ballotId: string;
  hash(text: string): string;
}

/** `like`: a hash by the roll's key; of a roll on which nobody stands yet it is the newest one's. */
export async function rollKeyOf(ctx: ReadContext, ballotId: string): Promise<RollKey & { like: string }> {
  const line = await ctx.database.read.rollLine.findFirst({
    where: { ballotId },
    select: { identityKey: true },
  });
  const like = line?.identityKey ?? ctx.keys.hash('');
  return { ballotId, like, hash: (text) => ctx.keys.hashLike(like, text) };
}

/** The columns in which a person stands on the roll of one ballot: sealed, and as keys that say only what is equal. */
export function sealedLine(ctx: ReadContext, key: RollKey, person: RollPerson) {
  const household = householdText(person);
  return {
    sealedPerson: ctx.keys.seal(JSON.stringify(person)),
    // The same person has another key on another roll: rolls are not to be joined with one another.
    identityKey: key.hash(`roll ${key.ballotId} person ${identityText(person)}`),
    householdKey: household === null ? null : key.hash(`roll ${key.ballotId} ${household}`),
  };
}

/** The keys under which the person may stand on the roll already: as they are told apart now, and as they were before. */
export const identityKeysOf = (key: RollKey, person: RollPerson): string[] =>
  [identityText(person), formerIdentityText(person)].map((text) =>
    key.hash(`roll ${key.ballotId} person ${text}`),
  );

/** What `sealedLine` sealed. Throws where the portal's data key is another. */
export function openLine(ctx: ReadContext, sealedPerson: string): RollPerson {
  return rollPersonSchema.parse(JSON.parse(ctx.keys.open(sealedPerson)));
}
