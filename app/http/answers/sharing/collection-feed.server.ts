import type { ReadContext } from '~/domains/context';
import { DomainError } from '~/domains/domain-error';
import { asVisitor } from '~/domains/insights/open-data/as-visitor';
import { collectionNamed, hasFeed } from '~/domains/insights/open-data/datasets.query.server';
import { datasetWords } from '~/domains/insights/open-data/field-words';
import { textIn } from '~/i18n/catalogue';
import { openData } from '~/i18n/open-data';
import { isAreaId } from '~/lib/geo/division-code';
import { languageXml } from '~/lib/texts/language-of';
import { escapeXml } from '~/lib/xml/write-xml';
import { paths } from '~/paths';
import { shortened } from '~/lib/texts/cut-text';

const mostEntries = 50;
const longestSummary = 300;

interface Entry {
  url: string;
  title: string;
  summary: string;
  updated: string;
}

function entryXml({ url, title, summary, updated }: Entry): string {
  return `<entry><id>${escapeXml(url)}</id><title${languageXml(title)}>${escapeXml(title)}</title><link href="${escapeXml(url)}"/><updated>${updated}</updated><summary${languageXml(summary)}>${escapeXml(summary)}</summary></entry>`;
}

/** The first words of a text, on one line; no character is cut in two. */
function beginningOf(text: string): string {
  return shortened(text.replaceAll(/\s+/g, ' ').trim(), longestSummary + 1);
}

/** The newest of a collection whose things have titles, as an Atom feed (RFC 4287). Throws `not-found` for others. */
export async function collectionFeed(ctx: ReadContext, url: URL, name: string): Promise<string> {
  const collection = collectionNamed(ctx, name);
  if (!hasFeed(collection)) throw new DomainError('not-found');
  const area = url.searchParams.get('area') || undefined;
  if (area !== undefined && !isAreaId(area)) throw new DomainError('not-found');
  const { items } = await collection.page(asVisitor(ctx), {
    areaId: area,
    byTime: true,
    size: mostEntries,
  });
  const entries = items.map((item): Entry => {
    const text = (field: string) => (typeof item[field] === 'string' ? item[field] : '');
    return {
      ...{ url: text('url'), title: text('title') },
      summary: beginningOf(text('body') || text('question') || text('purpose')),
      updated: text(collection.changed ?? '') || new Date(0).toISOString(),
    };
  });
  const updated = entries.map((entry) => entry.updated).sort();
  const { publicUrl } = ctx.configuration;
  const self = publicUrl + paths.feed(name) + (area === undefined ? '' : `?area=${area}`);
  const title = textIn(ctx.locale, openData)('data.feed-title', {
    title: datasetWords(ctx.locale, name).title,
  });
  const author = await ctx.subjects.portalName(ctx, ctx.locale);
  // A list without entries has changed at no time: with the present one each answer would be new to who holds it.
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${ctx.locale}"><id>${escapeXml(self)}</id><title>${escapeXml(title)}</title><link rel="self" href="${escapeXml(self)}"/><link href="${publicUrl}${paths.dataset(name)}"/><author><name>${escapeXml(author)}</name></author><updated>${updated.at(-1) ?? new Date(0).toISOString()}</updated>${entries.map(entryXml).join('')}</feed>\n`;
}
