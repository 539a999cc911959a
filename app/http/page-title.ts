/** What the browser's tab says: the page, and the thing that it is about. */
export const pageTitle = (...parts: (string | undefined)[]) => [
  { title: [...parts.filter((part) => part !== undefined && part !== ''), '共治'].join(' · ') },
];
