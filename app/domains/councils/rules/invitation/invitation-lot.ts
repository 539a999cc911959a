import { sha256 } from '~/lib/sha256';

/** Letters that make no words and that no table program takes for a number. */
const letters = 'bcdfghjkmnpqrstvwxyz';
const numberLength = 10;

/**
 * What stands for a resident in the roll of an invitation. The secret was made when the council was founded and its
 * SHA-256 published then: who states the seed does not know it, and who knows it cannot choose the seed.
 */
export const tokenOf = (secret: string, personId: string): string => sha256(`${secret}\nroll\n${personId}`);

/** What stands for a person in the lists and files of a council. Leads to nobody without the secret. */
export function numberOf(secret: string, personId: string): string {
  let rest = BigInt(`0x${sha256(`${secret}\nnumber\n${personId}`)}`);
  let number = '';
  for (let at = 0; at < numberLength; at += 1) {
    number += letters.charAt(Number(rest % BigInt(letters.length)));
    rest /= BigInt(letters.length);
  }
  return number;
}

export interface InvitationToDraw {
  secret: string;
  seed: string;
  /** How many are invited. */
  count: number;
}

export interface InvitationLot {
  /** Those drawn, in the order of the lot. */
  invited: string[];
  /** SHA-256 of the tokens in their order, joined by LF: the roll that was drawn from. */
  rollSha256: string;
}

/**
 * Draws `count` of the residents: those whose SHA-256(seed + LF + token) come first. Each set of so many is as likely as
 * any other to whoever does not know secret and seed together.
 */
export function drawInvited(
  residents: readonly string[],
  { secret, seed, count }: InvitationToDraw,
): InvitationLot {
  const tokens = residents.map((id) => ({ id, token: tokenOf(secret, id) }));
  const ranked = tokens
    .map(({ id, token }) => ({ id, rank: sha256(`${seed}\n${token}`) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
  return {
    invited: ranked.slice(0, count).map(({ id }) => id),
    rollSha256: sha256(
      tokens
        .map(({ token }) => token)
        .sort()
        .join('\n'),
    ),
  };
}
