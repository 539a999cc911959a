import type { Mandate } from '../../actor';

export interface NamedSignatory {
  personId: string;
  grantedBy: string;
  /** all, or a kind of agreement. */
  scope: string;
  /** In fen; null without a limit. */
  limitFen: bigint | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

export interface SigningAsked {
  personId: string;
  /** The membership that the person has now. */
  mandate: Mandate | null;
  /** All that the organisation has ever named. */
  named: readonly NamedSignatory[];
  /** The kind of agreement. */
  scope: string;
  /** What the organisation would owe by it, in fen. */
  amountFen: bigint;
  now: Date;
}

export type SigningRight<Named> =
  /** `by`: the mandate that allows it, null for the owner and where none was ever named. */
  { allowed: true; by: Named | null } | { allowed: false; reason: string; limitFen?: bigint };

function refusalOf(
  one: NamedSignatory,
  { scope, amountFen, now }: Pick<SigningAsked, 'scope' | 'amountFen' | 'now'>,
): { reason: string; limitFen?: bigint } | null {
  if (one.expiresAt && one.expiresAt < now) return { reason: 'organisations.mandate-expired' };
  if (one.scope !== 'all' && one.scope !== scope) return { reason: 'organisations.mandate-scope' };
  if (one.limitFen !== null && amountFen > one.limitFen)
    return { reason: 'organisations.mandate-limit', limitFen: one.limitFen };
  return null;
}

/**
 * Who may sign for an organisation: its owner; and whom the owner has named, within scope, limit and time. As long as
 * the owner has named nobody, each representative; from the first one named, only those.
 */
export function signingRight<Named extends NamedSignatory>(
  asked: Omit<SigningAsked, 'named'> & { named: readonly Named[] },
): SigningRight<Named> {
  const { personId, mandate, named } = asked;
  if (mandate === null || mandate === 'member') return { allowed: false, reason: 'organisations.no-mandate' };
  const own = named.filter((one) => one.personId === personId && !one.revokedAt);
  const fitting = own.find((one) => refusalOf(one, asked) === null);
  if (fitting) return { allowed: true, by: fitting };
  if (mandate === 'owner') return { allowed: true, by: null };
  // An owner who puts the own name on record names nobody else by that.
  const others = named.filter((one) => one.personId !== one.grantedBy);
  const isNobodyNamed =
    others.every((one) => one.revokedAt) && others.every((one) => one.personId !== personId);
  if (isNobodyNamed) return { allowed: true, by: null };
  const [last] = own.slice(-1);
  const refusal = last ? refusalOf(last, asked) : null;
  return { allowed: false, ...(refusal ?? { reason: 'organisations.not-named' }) };
}
