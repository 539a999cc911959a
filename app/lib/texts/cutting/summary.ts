/**
 * The beginning of a text in Markdown as one line of plain words, cut at a character and marked so; for cards and
 * descriptions, where marks would be read out. It bounds before it looks: what is far behind is never shown.
 */
export function summaryOf(text: string, length = 120): string {
  const words = text
    .slice(0, length * 8)
    .replaceAll(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, '')
    .replaceAll(/(\*\*|__|~~|`)(?=\S)([^\n]{1,400}?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,400})\*(?![\p{L}\p{N}*])/gu, '$1')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=[，。；：！？、）》”]) /gu, '')
    .trim();
  const characters = Array.from(words);
  return characters.length <= length
    ? words
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
