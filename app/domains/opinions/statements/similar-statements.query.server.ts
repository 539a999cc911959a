import type { ReadContext } from '../../context';
import { SimilarIndex } from '~/lib/similar-texts/similar-index';

const mostShown = 4;
const likelyTheSame = 0.45;

/** Statements that say about the same, the nearest first: what stands there already need not be written again. */
export async function similarStatements(
  ctx: ReadContext,
  conversationId: string,
  body: string,
): Promise<{ number: number; body: string }[]> {
  if (body.trim().length < 4) return [];
  const rows = await ctx.database.read.statement.findMany({
    where: { conversationId, state: 'shown' },
    select: { number: true, body: true },
  });
  const index = new SimilarIndex();
  const bodies = new Map(rows.map((row) => [String(row.number), row]));
  for (const [id, row] of bodies) index.add({ id, title: row.body });
  return index
    .nearest(body, { limit: mostShown, least: likelyTheSame })
    .flatMap(({ id }) => bodies.get(id) ?? []);
}
