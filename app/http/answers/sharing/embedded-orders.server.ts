import type { ReadContext } from '~/domains/context';
import { orderMap } from '~/domains/bridges/index.server';
import { textIn } from '~/i18n/catalogue';
import { bridges } from '~/i18n/bridges';
import { workOrders } from '~/i18n/work-orders';
import { stillMap } from '~/lib/geo/still-map';
import { escapeXml } from '~/lib/xml/write-xml';
import { orderFilterOf } from './order-feed.server';
import { paths } from '~/paths';

const most = 20;
const size = { width: 600, height: 260 };
const style = `:root{color-scheme:light dark}body{font:16px/1.6 "PingFang SC","Microsoft YaHei",sans-serif;margin:0;padding:.75rem;color:#222;background:#fff}h1{font-size:1.125rem;margin:0 0 .5rem}ol{padding-inline-start:1.75rem;margin:.5rem 0}li{margin-bottom:.5rem}small{display:block;color:#555}a{color:#9b2d20}svg{width:100%;height:auto;background:#f3f1ec}.outline{fill:#e7e2d8;stroke:#8a8172}.open{fill:#9b2d20}.closed{fill:#2f6b45}text{font-size:11px;fill:#fff;text-anchor:middle}@media(prefers-color-scheme:dark){body{color:#eee;background:#181614}small{color:#bbb}a{color:#f0a090}svg{background:#2a2622}.outline{fill:#39332d}}`;

type Found = Awaited<ReturnType<typeof orderMap>>;

function picture({ orders, rings }: Found, label: string): string {
  const placed = orders.flatMap((order, index) =>
    order.latitude === null || order.longitude === null
      ? []
      : [{ latitude: order.latitude, longitude: order.longitude, status: order.status, number: index + 1 }],
  );
  if (placed.length === 0) return '';
  const { points, outlines } = stillMap(placed, { ...size, rings });
  const shapes = outlines.map((ring) => `<polygon class="outline" points="${ring}"/>`);
  const marks = points.map(
    ({ point, x, y }) =>
      `<circle class="${point.status}" cx="${x}" cy="${y}" r="10"/><text x="${x}" y="${y + 4}">${point.number}</text>`,
  );
  return `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeXml(label)}">${shapes.join('')}${marks.join('')}</svg>`;
}

/** A small page for the frames of other sites: what is open and what was solved in an area, without scripts and cookies. */
export async function embeddedOrders(ctx: ReadContext, url: URL): Promise<string> {
  const filter = await orderFilterOf(ctx, url.searchParams);
  const found = await orderMap(ctx, { ...filter, most });
  const [t, state] = [textIn(ctx.locale, bridges), textIn(ctx.locale, workOrders)];
  const { publicUrl } = ctx.configuration;
  const title = t('feed-title', { area: found.areaName ?? t('map-all') });
  const items = found.orders.map(
    (order) =>
      `<li><a href="${publicUrl}${paths.workOrder(order.id)}" target="_blank" rel="noopener">${escapeXml(order.title)}</a><small>${escapeXml(state(`state.${order.state}` as 'state.done'))} · ${order.number}</small></li>`,
  );
  const list = items.length > 0 ? `<ol>${items.join('')}</ol>` : `<p>${t('list-empty')}</p>`;
  const search = new URLSearchParams({ kind: 'work-order', ...(filter.areaId && { area: filter.areaId }) });
  const all = `${publicUrl}${paths.map}?${search}`;
  const map = picture(
    found,
    t('map-label', { count: found.orders.filter(({ latitude }) => latitude !== null).length }),
  );
  const more = t('more', { portal: await ctx.subjects.portalName(ctx, ctx.locale) });
  return `<!doctype html><html lang="${ctx.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(title)}</title><style>${style}</style></head><body><main><h1>${escapeXml(title)}</h1>${map}${list}<p><a href="${escapeXml(all)}" target="_blank" rel="noopener">${escapeXml(more)}</a></p></main></body></html>`;
}
