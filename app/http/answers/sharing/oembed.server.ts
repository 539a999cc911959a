import { routePath } from '../../guards/plain-address.server';
import { orderFilterOf } from './order-feed.server';
import type { ReadContext } from '~/domains/context';
import { DomainError } from '~/domains/domain-error';
import { areaNames } from '~/domains/territory/index.server';
import { bridges } from '~/i18n/bridges';
import { textIn } from '~/i18n/catalogue';
import { escapeXml } from '~/lib/xml/write-xml';
import { paths } from '~/paths';

const usual = { width: 600, height: 600 };
const least = 200;
const cacheSeconds = 3600;

/** Pages that the framed list of orders stands for; the map of orders was a page of its own. */
const embeddable: readonly string[] = [paths.map, paths.formerMap, paths.workOrders, paths.embeddedOrders];

/** So large at most as whoever asks has room for. Throws `not-found` where that is too little to show anything. */
function fitted(search: URLSearchParams, name: 'maxwidth' | 'maxheight', wanted: number): number {
  const room = search.get(name) ?? '';
  if (!/^\d{1,5}$/.test(room)) return wanted;
  if (Number(room) < least) throw new DomainError('not-found');
  return Math.min(wanted, Number(room));
}

/** The address that is asked about, where it is one of the portal's. Throws `not-found`. */
function addressAsked(ctx: ReadContext, search: URLSearchParams): URL {
  const text = search.get('url') ?? '';
  const portal = new URL(ctx.configuration.publicUrl);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.host !== portal.host || !embeddable.includes(routePath(url.pathname)))
    throw new DomainError('not-found');
  return url;
}

/** How a page of the portal is shown in others' (oEmbed 1.0): as the frame that there is for it. Throws `not-found`. */
export async function oembedOf(ctx: ReadContext, search: URLSearchParams) {
  const { areaId, category } = await orderFilterOf(ctx, addressAsked(ctx, search).searchParams);
  const { publicUrl } = ctx.configuration;
  const query = new URLSearchParams({ ...(areaId && { area: areaId }), ...(category && { category }) });
  const frame = publicUrl + paths.embeddedOrders + (query.size > 0 ? `?${query}` : '');
  const names = await areaNames(ctx, areaId ? [areaId] : []);
  const t = textIn(ctx.locale, bridges);
  const title = t('feed-title', { area: (areaId && names[areaId]) || t('map-all') });
  const width = fitted(search, 'maxwidth', usual.width);
  const height = fitted(search, 'maxheight', usual.height);
  return {
    ...{ type: 'rich', version: '1.0', title, width, height, cache_age: cacheSeconds },
    ...{ provider_name: await ctx.subjects.portalName(ctx, ctx.locale), provider_url: publicUrl },
    html: `<iframe src="${escapeXml(frame)}" title="${escapeXml(title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`,
  };
}
