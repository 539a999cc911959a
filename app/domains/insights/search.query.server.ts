import type { ReadContext } from '../context';
import type { Found } from '../known-subjects';

/** Of each kind that can be searched what holds the words, best first in each. */
export async function searchEverything(ctx: ReadContext, query: string): Promise<Found[]> {
  if (query === '') return [];
  return (await Promise.all(ctx.subjects.searches.map((search) => search(ctx, query)))).flat();
}
