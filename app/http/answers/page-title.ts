/** What the browser's tab says: the page, and the thing that it is about. */
export function pageTitle(...parts: (string | undefined)[]) {
  const named = parts.filter((part) => part !== undefined && part !== '');
  return [
    { title: [...named, '共治'].join(' · ') },
    // By which a link is shown where people send it to each other.
    { property: 'og:title', content: named.join(' · ') || '共治' },
  ];
}
