interface Promised {
  organisationId: string;
  text: string;
  dueAt: Date | null;
  amountFen: bigint | null;
  payerId: string | null;
}

const wordsOf = ({ organisationId, text, dueAt, amountFen, payerId }: Promised) =>
  JSON.stringify([organisationId, text.normalize('NFC'), dueAt, amountFen?.toString() ?? null, payerId]);

/**
 * Pairs each promise of an amended agreement with the one of the amendment that is the same in every word, day and
 * amount: it goes on there. Each is paired once, the first with the first.
 */
export function samePromises<Row extends Promised>(
  before: readonly Row[],
  after: readonly Row[],
): (readonly [Row, Row])[] {
  const free = new Map<string, Row[]>();
  for (const row of after) free.set(wordsOf(row), [...(free.get(wordsOf(row)) ?? []), row]);
  return before.flatMap((row) => {
    const next = free.get(wordsOf(row))?.shift();
    return next ? [[row, next] as const] : [];
  });
}
