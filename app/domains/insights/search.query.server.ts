import type { Context } from '../context';
import type { Found } from '../known-subjects';

/** Of each kind that can be searched what holds the words, best first in each. */
export async function searchEverything(ctx: Context, query: string): Promise<Found[]> {
  if (query === '') return [];
  return (await Promise.all(ctx.subjects.searches.map((search) => search(ctx, query)))).flat();
}
