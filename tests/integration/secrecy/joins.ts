/** A row of evidence in the order in which the attacker finds it. */
export type Order = readonly string[];

/** What an attacker says: which secret (a receipt, a set of answers) is whose. */
export type Claims = ReadonlyMap<string, string>;

/** How many of the claims are true. */
export function rightOf(claims: Claims, truth: Claims): number {
  return [...claims].filter(([person, secret]) => truth.get(person) === secret).length;
}

/** Two lists in the same order: the first of one belongs to the first of the other. */
export function inSameOrder(people: Order, secrets: Order): Claims {
  if (people.length !== secrets.length) return new Map();
  return new Map(people.map((person, place) => [person, secrets[place] ?? '']));
}

/**
 * The same mark (a transaction, a commit, a place in the log) on both sides, or one within reach: of each secret the
 * person who is met most often beside it, and of those the nearest.
 */
export function bySameMark(
  people: readonly { person: string; mark: number }[],
  secrets: readonly { secret: string; mark: number }[],
  reach: number,
): Claims {
  const met = new Map<string, Map<string, { times: number; nearest: number }>>();
  for (const { secret, mark } of secrets) {
    const beside = met.get(secret) ?? new Map<string, { times: number; nearest: number }>();
    met.set(secret, beside);
    for (const one of people) {
      const distance = Math.abs(one.mark - mark);
      if (distance > reach) continue;
      const { times, nearest } = beside.get(one.person) ?? { times: 0, nearest: Infinity };
      beside.set(one.person, { times: times + 1, nearest: Math.min(nearest, distance) });
    }
  }
  const claims = new Map<string, string>();
  for (const [secret, beside] of met) {
    const [likeliest] = [...beside].sort(
      ([, one], [, other]) => other.times - one.times || one.nearest - other.nearest,
    );
    if (likeliest) claims.set(likeliest[0], secret);
  }
  return claims;
}

/** Values in the order in which each was last met. */
export function lastMet(values: Order): string[] {
  return [...new Set([...values].reverse())].reverse();
}

/** Values in the order in which each was first met. */
export const firstMet = (values: Order): string[] => [...new Set(values)];
