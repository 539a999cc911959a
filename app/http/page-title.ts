/** What the browser's tab says. */
export const pageTitle = (title: string | undefined) => [{ title: title ? `${title} · 共治` : '共治' }];
