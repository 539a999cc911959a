import type sanitizeHtml from 'sanitize-html';
import { isShownWhole } from './is-shown-whole';
import { plainHtml, renderMarkdown } from './render-markdown.server';
import { whenUsed } from '~/lib/when-used';

const sanitize = whenUsed<typeof sanitizeHtml>('sanitize-html');

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const textOf = (html: string) =>
  sanitize()(html, { allowedTags: [], allowedAttributes: {} }).replaceAll(
    /&(amp|lt|gt|quot);/g,
    (all, name: string) => signs[name] ?? all,
  );

const withAddresses = (html: string) =>
  html.replaceAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (link, address: string, words: string) =>
    textOf(address).endsWith(textOf(words)) ? link : `${link}（${address}）`,
  );

/**
 * As `renderMarkdown`, for texts that are signed: addresses stand behind their links, and where Markdown would not show
 * all words (comments, definitions, titles, cells beyond the table) the text stands as it was typed.
 */
export function renderInFull(source: string): string {
  const html = withAddresses(renderMarkdown(source));
  return isShownWhole(source, textOf(html)) ? html : plainHtml(source);
}
