import type { ReadContext } from '../../context';
import { successorsOf } from '../../organisations/index.server';

interface Responsible {
  responsibleKind: string | null;
  responsibleId: string | null;
}

/**
 * Decisions with who does what they say: where that organisation was merged into another since, the one that goes on,
 * whose name is `heir`. In the rows of published minutes stays what was approved: their fingerprint stands under it.
 */
export async function withHeirs<One extends Responsible>(
  ctx: ReadContext,
  decisions: readonly One[],
): Promise<(One & { heir: string | null })[]> {
  const ids = decisions.flatMap(({ responsibleKind, responsibleId }) =>
    responsibleKind === 'organisation' && responsibleId ? [responsibleId] : [],
  );
  const heirs = ids.length === 0 ? null : await successorsOf(ctx, ids);
  return decisions.map((one) => {
    const heir = one.responsibleKind === 'organisation' ? heirs?.get(one.responsibleId ?? '') : undefined;
    return { ...one, ...(heir && { responsibleId: heir.id }), heir: heir?.name ?? null };
  });
}
