/**
 * Markdown's headings begin at h3, for texts inside of a section. A page of its own begins at h2, and leaves no level
 * out at its beginning.
 */
export function raisedHeadings(html: string): string {
  const levels = [...html.matchAll(/<h([3-6])>/g)].map(([, level]) => Number(level));
  const by = Math.min(...levels) - 2;
  if (levels.length === 0) return html;
  return html.replaceAll(
    /<(\/?)h([3-6])>/g,
    (_, end: string, level: string) => `<${end}h${Number(level) - by}>`,
  );
}
