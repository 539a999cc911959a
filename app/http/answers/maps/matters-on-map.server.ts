import { categoriesFor } from '../categories.server';
import { mapAsked } from './map-asked';
import { contextOf } from '../../actor.server';
import type { RouteArgs } from '../../actor.server';
import { mapOfMatters } from '~/domains/insights/map-of-matters.query.server';

/** Of what a map is made: any of it that changes makes another one. */
export const mapTopics = 'feedback,proposals,work-orders,areas,titles';

const narrowing = ['area', 'category', 'kind', 'stage', 'near'];

/** What the address of a map asks for, and what is found of it. */
export async function mattersOnMap(args: RouteArgs) {
  const ctx = contextOf(args);
  const search = new URL(args.request.url).searchParams;
  const listed = await categoriesFor(args);
  const kinds = [...ctx.subjects.placed.keys()];
  const asked = mapAsked(search, { kinds, categories: Object.keys(listed.categoryList.names) });
  const narrowed = new URLSearchParams([...search].filter(([name]) => narrowing.includes(name)));
  // Where somebody stands is nobody else's page.
  const topics = asked.near ? null : mapTopics;
  return { ...(await mapOfMatters(ctx, asked)), asked, kinds, listed, search, narrowed, topics };
}
