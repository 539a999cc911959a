/** What a party pays by the agreement, in fen: what it promises to pay, and what is paid on others' evidence. */
export function amountOwedBy(
  organisationId: string,
  obligations: readonly { organisationId: string; amountFen: bigint | null; payerId: string | null }[],
): bigint {
  return obligations.reduce(
    (sum, { organisationId: promiser, amountFen, payerId }) =>
      (payerId ?? promiser) === organisationId ? sum + (amountFen ?? 0n) : sum,
    0n,
  );
}
