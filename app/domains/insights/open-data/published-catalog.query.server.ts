import type { ReadContext } from '../../context';
import { topAreas } from '../../territory/index.server';
import { dcatCatalog } from './catalog';
import { listDatasets } from './datasets.query.server';

const nobody = '共治 Gongzhi';

/** Who publishes: as configured, else the city, or the cities, that the portal serves. */
export async function publisherOf(ctx: ReadContext): Promise<string> {
  const { publisher } = ctx.configuration;
  if (publisher !== '') return publisher;
  const areas = await topAreas(ctx);
  return areas.map(({ name }) => name).join(' · ') || nobody;
}

/** The catalogue of all that is given out now. */
export async function publishedCatalog(ctx: ReadContext) {
  const { publicUrl, licence } = ctx.configuration;
  const [publisher, datasets] = await Promise.all([publisherOf(ctx), listDatasets(ctx)]);
  return dcatCatalog({ publicUrl, publisher, licence, datasets });
}
