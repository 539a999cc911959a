import { paths } from '~/paths';

/** What the browser's tab says: the page, and the thing that it is about. */
export function pageTitle(...parts: (string | undefined)[]) {
  const named = parts.filter((part) => part !== undefined && part !== '');
  return [
    { title: [...named, '共治'].join(' · ') },
    // By which a link is shown where people send it to each other.
    { property: 'og:title', content: named.join(' · ') || '共治' },
  ];
}

/** By which feed readers find what is new in a list. */
export const feedLink = (collection: string) => ({
  ...{ tagName: 'link', rel: 'alternate', type: 'application/atom+xml' },
  href: paths.feed(collection),
});
