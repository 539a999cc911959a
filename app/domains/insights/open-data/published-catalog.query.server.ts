import type { ReadContext } from '../../context';
import { topAreas } from '../../territory/index.server';
import { dcatCatalog } from './catalog';
import { listDatasets } from './datasets.query.server';
import type { Locale } from '~/i18n/locale';

/** Who publishes: as configured, else the city, or the cities, that the portal serves; before there are any, the portal. */
export async function publisherOf(ctx: ReadContext): Promise<string> {
  const { publisher } = ctx.configuration;
  if (publisher !== '') return publisher;
  const areas = await topAreas(ctx);
  return areas.map(({ name }) => name).join(' · ') || ctx.subjects.portalName(ctx, ctx.locale);
}

/** The catalogue of all that is given out now. */
export async function publishedCatalog(ctx: ReadContext) {
  const { publicUrl, licence } = ctx.configuration;
  const [publisher, datasets] = await Promise.all([publisherOf(ctx), listDatasets(ctx)]);
  const name = (locale: Locale) => ctx.subjects.portalName(ctx, locale);
  const names = { 'zh-CN': await name('zh-CN'), en: await name('en') };
  return dcatCatalog({ publicUrl, names, publisher, licence, datasets });
}
