import { paths } from '~/paths';

let portalName = '共治';

/**
 * The portal's name, as the page calls it that is rendered next: its frame says it right before the titles are asked
 * for, in the same turn. Titles are made by each route, which is handed nothing of the frame.
 */
export function nameInTitles(name: string): void {
  portalName = name;
}

/** What the browser's tab says: the page, and the thing that it is about. */
export function pageTitle(...parts: (string | undefined)[]) {
  const named = parts.filter((part) => part !== undefined && part !== '');
  return [
    { title: [...named, portalName].join(' · ') },
    // By which a link is shown where people send it to each other.
    { property: 'og:title', content: named.join(' · ') || portalName },
  ];
}

/** By which feed readers find what is new in a list. */
export const feedLink = (collection: string) => ({
  ...{ tagName: 'link', rel: 'alternate', type: 'application/atom+xml' },
  href: paths.feed(collection),
});
