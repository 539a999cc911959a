const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Plain text as HTML that shows every character as it is: paragraphs at empty lines, breaks at the others. */
export function plainTextHtml(text: string): string {
  const escaped = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
  return escaped
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${paragraph.trim().replaceAll('\n', '<br />')}</p>\n`)
    .join('');
}
