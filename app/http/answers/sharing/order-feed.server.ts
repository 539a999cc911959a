import type { ReadContext } from '~/domains/context';
import { listPublicOrders } from '~/domains/bridges/index.server';
import { writeDate } from '~/domains/bridges/rules/open311/w3c-dates';
import { categoryList } from '~/domains/categories/index.server';
import { areaNames } from '~/domains/territory/index.server';
import { DomainError } from '~/domains/domain-error';
import { textIn } from '~/i18n/catalogue';
import { bridges } from '~/i18n/bridges';
import { workOrders } from '~/i18n/work-orders';
import { languageXml } from '~/lib/texts/language-of';
import { escapeXml } from '~/lib/xml/write-xml';
import { paths } from '~/paths';

const mostEntries = 50;

/** The area and category of a call, where they are ones; a category that is none is not found. */
export async function orderFilterOf(ctx: ReadContext, search: URLSearchParams) {
  const category = search.get('category') || undefined;
  if (category !== undefined && !Object.hasOwn((await categoryList(ctx)).names, category))
    throw new DomainError('not-found');
  const area = search.get('area') || null;
  if (area !== null && !/^\d{4,15}$/.test(area)) throw new DomainError('not-found');
  return { areaId: area, category };
}

/** The filter as an address has it: what nobody knows makes no feed of its own. */
function searchOf({ areaId, category }: Awaited<ReturnType<typeof orderFilterOf>>): string {
  const search = new URLSearchParams();
  if (areaId) search.set('area', areaId);
  if (category) search.set('category', category);
  return search.size > 0 ? `?${search}` : '';
}

/** The orders of an area or category that changed last, as an Atom feed (RFC 4287). */
export async function orderFeed(ctx: ReadContext, url: URL): Promise<string> {
  const filter = await orderFilterOf(ctx, url.searchParams);
  const orders = await listPublicOrders(ctx, { ...filter, most: mostEntries });
  const names = await areaNames(ctx, [filter.areaId ?? '', ...orders.map(({ areaId }) => areaId)]);
  const { publicUrl } = ctx.configuration;
  const [t, state] = [textIn(ctx.locale, bridges), textIn(ctx.locale, workOrders)];
  const categoryNames = (await categoryList(ctx)).names;
  const self = publicUrl + paths.feed('work-orders') + searchOf(filter);
  // A list without orders has changed at no time: with the present one each answer would be new to who holds it.
  const updated = orders[0]?.updatedAt ?? new Date(0);
  const entries = orders.map((order) => {
    const address = publicUrl + paths.workOrder(order.id);
    const category = categoryNames[order.category] ?? order.category;
    const words = [
      state(`state.${order.state}` as 'state.done'),
      names[order.areaId],
      category,
      order.number,
    ];
    return `<entry><id>${address}</id><title${languageXml(order.title)}>${escapeXml(order.title)}</title><link href="${address}"/><updated>${writeDate(order.updatedAt)}</updated><published>${writeDate(order.createdAt)}</published><category term="${order.category}" label="${escapeXml(category)}"/><summary>${escapeXml(words.filter(Boolean).join(' · '))}</summary></entry>`;
  });
  const author = await ctx.subjects.portalName(ctx, ctx.locale);
  const title = t('feed-title', { area: (filter.areaId && names[filter.areaId]) || t('map-all') });
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${ctx.locale}"><id>${escapeXml(self)}</id><title>${escapeXml(title)}</title><link rel="self" href="${escapeXml(self)}"/><link href="${publicUrl}${paths.workOrders}"/><author><name>${escapeXml(author)}</name></author><updated>${writeDate(updated)}</updated>${entries.join('')}</feed>\n`;
}
