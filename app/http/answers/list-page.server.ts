import { data } from '@remix-run/node';
import { contextOf } from '../actor.server';
import type { RouteArgs } from '../actor.server';
import { areaFilter, areaNames } from '~/domains/territory/index.server';
import { noAreaChoices } from '~/lib/choices/area-choices';
import { isAreaId } from '~/lib/geo/division-code';
import { wordsAsked } from '~/lib/texts/searching/words-asked';
import type { ListPage } from '~/platform/db/lists/list-page';

/** What the address of a list asks for; what it does not know is left out. */
export function listAsked(args: RouteArgs) {
  const asked = new URL(args.request.url).searchParams;
  const areaId = asked.get('area') ?? '';
  return {
    areaId: isAreaId(areaId) ? areaId : undefined,
    cursor: asked.get('cursor') ?? undefined,
    /** The reader's own only. */
    mine: asked.get('whose') === 'mine',
    words: wordsAsked(asked.get('q')) || undefined,
    one: <Value extends string>(name: string, values: readonly Value[]) =>
      values.find((value) => value === asked.get(name)),
  };
}

/**
 * Answers one page of a list with what its filter chooses from and the names of its areas. `topics`: of the events that
 * change it; null where each reader sees their own, which is not narrowed by area.
 */
export async function listAnswer<Item extends { areaId: string }, More extends object>(
  args: RouteArgs,
  list: { page: ListPage<Item>; title: string; topics: string | null; more: More },
) {
  const ctx = contextOf(args);
  const { items, next } = list.page;
  const [areas, names] = await Promise.all([
    list.topics === null ? noAreaChoices : areaFilter(ctx, new URL(args.request.url).searchParams),
    areaNames(
      ctx,
      items.map((item) => item.areaId),
    ),
  ]);
  const headers: HeadersInit = list.topics === null ? {} : { 'X-Cache-Topics': list.topics };
  return data({ ...list.more, items, next, areas, names, title: list.title }, { headers });
}
