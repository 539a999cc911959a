import { summaryOf } from '~/lib/texts/cutting/summary';
import { paths, pathOfSubject } from '~/paths';
import type { SubjectKind } from '~/paths';

/** What each page says of the portal in its head. */
export interface NamedPortal {
  name: string;
  about: string;
  publicUrl: string;
}

let portal: NamedPortal = { name: '', about: '', publicUrl: '' };

/**
 * The portal, as the page calls it that is rendered next: its frame says it right before the titles are asked for, in
 * the same turn. Titles are made by each route, which is handed nothing of the frame.
 */
export function nameInTitles(named: NamedPortal): void {
  portal = named;
}

/** By which a link is shown where people send it to each other, and in lists of what was found. */
const describedAs = (title: string, words: string) => [
  { property: 'og:title', content: title },
  { name: 'description', content: words },
  { property: 'og:description', content: words },
];

/** What the browser's tab says: the page, and the thing that it is about. */
export function pageTitle(...parts: (string | undefined)[]) {
  const named = parts.filter((part) => part !== undefined && part !== '');
  return [
    { title: [...named, portal.name].join(' · ') },
    ...describedAs(named.join(' · ') || portal.name, portal.about),
  ];
}

interface Matter {
  id: string;
  title: string;
  body?: string;
}

/**
 * The same for the page of a thing that people pass on, with the picture of its card, and the beginning of its words in
 * Markdown; nothing but the portal's name where there is no such thing.
 */
export function matterTitle(kind: SubjectKind, matter: Matter | undefined, text = matter?.body ?? '') {
  if (!matter) return pageTitle();
  const { id, title } = matter;
  const { publicUrl } = portal;
  return [
    { title: `${title} · ${portal.name}` },
    ...describedAs(title, summaryOf(text) || portal.about),
    { property: 'og:type', content: 'article' },
    { property: 'og:url', content: publicUrl + pathOfSubject(kind, id) },
    { property: 'og:image', content: publicUrl + paths.share(kind, id, '/card.png') },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}

/** By which feed readers find what is new in a list. */
export const feedLink = (collection: string) => ({
  ...{ tagName: 'link', rel: 'alternate', type: 'application/atom+xml' },
  href: paths.feed(collection),
});
