import type * as source from '../zh-CN/pages-told';

export const events: Record<keyof typeof source.events, string> = {
  'page.saved': 'A draft of the page “{title}” was saved, version {version}: {reason}',
  'page.published': 'The portal’s page “{title}” has a new version, {version}: {reason}',
  'portal.changed': 'The portal’s name, look or contact changed (version {version}): {reason}',
  'page.version-withdrawn': 'Version {version} of the portal’s page “{title}” was taken down: {reason}',
  'page.withdrawn': 'The portal’s page “{title}” was taken down: {reason}',
};

export const reasons: Record<keyof typeof source.reasons, string> = {
  'pages.officers-only': 'The portal’s pages are drafted by moderators and administrators.',
  'pages.name-taken': 'There is a page at this address already: please choose another.',
  'pages.contrast-light':
    'In light colours, text would have a contrast of only {ratio}:1 with this one; it takes 4.5:1. Please choose a darker colour.',
  'pages.contrast-dark':
    'In dark colours, text would have a contrast of only {ratio}:1 with this one; it takes 4.5:1. Please choose a lighter colour.',
  'pages.needed':
    'Each portal must have this page: it can be written anew, but not taken down. Earlier versions can be taken down one by one.',
  'pages.version-withdrawn':
    'This version was taken down: it can be neither read nor published again. The page lists why.',
  'pages.version-holds': 'This is the version that holds. Publish another first, then take this one down.',
  'pages.published-already': 'This version is published already.',
  'pages.not-published': 'This page is not published: there is nothing to take down.',
};
