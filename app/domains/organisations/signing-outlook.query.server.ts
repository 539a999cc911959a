import { mandates } from '../actor';
import type { ReadContext } from '../context';
import { signingRight } from './rules/signing-right';

interface OutlookAsked {
  organisationId: string;
  /** The kind of agreement. */
  scope: string;
  /** What the organisation would owe by it, in fen. */
  amountFen: bigint;
}

interface SigningOutlook {
  organisationId: string;
  /** Those who act for the organisation, and whether each may sign this as things stand. */
  persons: {
    personId: string;
    displayName: string;
    allowed: boolean;
    reason: string | null;
    /** What the mandate reaches to, in fen, where the amount is above it. */
    limitFen: bigint | null;
  }[];
}

/**
 * Who could sign for each of these organisations now, by the rule that is asked again when it is signed: told while a
 * text is drafted, so that nobody learns at the last step that a mandate is missing.
 */
export async function signingOutlooks(
  ctx: ReadContext,
  asked: readonly OutlookAsked[],
): Promise<SigningOutlook[]> {
  const ids = [...new Set(asked.map((one) => one.organisationId))];
  if (ids.length === 0) return [];
  const { read } = ctx.database;
  const [members, named] = await Promise.all([
    read.organisationMember.findMany({
      where: { organisationId: { in: ids }, mandate: { not: 'member' } },
      select: {
        organisationId: true,
        personId: true,
        mandate: true,
        person: { select: { displayName: true } },
      },
      orderBy: { createdAt: 'asc' },
    }),
    read.signingMandate.findMany({ where: { organisationId: { in: ids } }, orderBy: { createdAt: 'asc' } }),
  ]);
  const now = ctx.clock.now();
  return asked.map(({ organisationId, ...act }) => {
    const own = named.filter((one) => one.organisationId === organisationId);
    const persons = members.flatMap(({ person, personId, ...member }) => {
      if (member.organisationId !== organisationId) return [];
      const mandate = mandates.find((one) => one === member.mandate) ?? null;
      const right = signingRight({ ...act, personId, mandate, named: own, now });
      const refusal = right.allowed ? null : right;
      const limitFen = refusal?.limitFen ?? null;
      const { displayName } = person;
      return [{ personId, displayName, allowed: right.allowed, reason: refusal?.reason ?? null, limitFen }];
    });
    return { organisationId, persons };
  });
}
