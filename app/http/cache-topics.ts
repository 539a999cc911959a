import type { EntryContext } from '@remix-run/node';

export const topicsHeader = 'X-Cache-Topics';

/**
 * Lays the topics that the page's loaders named on the page's answer: Remix by itself passes a loader's
 * headers on only where the route exports `headers`, which would be forgotten.
 */
export function passTopics({ staticHandlerContext }: EntryContext, headers: Headers): void {
  const topics = Object.values(staticHandlerContext.loaderHeaders).flatMap(
    (named) => named.get(topicsHeader) ?? [],
  );
  if (topics.length > 0) headers.set(topicsHeader, topics.join(','));
}
