import { Marked } from 'marked';
import type sanitizeHtml from 'sanitize-html';
import { boundedTokens } from './bounded-lexer';
import { withStops } from './chinese-rules';
import { whenUsed } from '~/lib/when-used';

const sanitize = whenUsed<typeof sanitizeHtml>('sanitize-html');

const marked = new Marked({ gfm: true, breaks: true, async: false });
marked.use({
  renderer: {
    /** Read only, and told as a box with its state in the reader's own language; nothing that a form would send. */
    checkbox: ({ checked }) =>
      `<span role="checkbox" aria-checked="${checked}" aria-disabled="true">${checked ? '☑' : '☐'}</span> `,
  },
});

/** The text as it is written, line by line. */
export function plainHtml(source: string): string {
  const escaped = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.replaceAll(/\r?\n/g, '<br />\n')}</p>\n`;
}

/** What marked makes of the text, in bounded time. */
function htmlOf(source: string): string {
  const tokens = boundedTokens(source, marked.defaults);
  return tokens ? withStops(marked.parser(tokens, marked.defaults)) : plainHtml(source);
}

const headings: Record<string, string> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' };

/** Of a span what makes it the box of a task; any other says nothing. */
function boxOnly(attributes: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const checked = attributes['aria-checked'] ?? '';
  if (attributes.role !== 'checkbox' || !/^(true|false)$/.test(checked)) return {};
  return { role: 'checkbox', 'aria-checked': checked, 'aria-disabled': 'true' };
}

/** The tag of that name, with its own attributes and these. */
const becomes =
  (tagName: string, more: sanitizeHtml.Attributes = {}): sanitizeHtml.Transformer =>
  (_, attribs) => ({ tagName, attribs: { ...attribs, ...more } });

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'hr',
    'strong',
    'em',
    'del',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'a',
    'span',
    'img',
    'h3',
    'h4',
    'h5',
    'h6',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'alt', 'loading'],
    ol: ['start'],
    span: ['role', 'aria-checked', 'aria-disabled'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    ...Object.fromEntries(Object.entries(headings).map(([from, to]) => [from, becomes(to)])),
    a: becomes('a', { rel: 'nofollow noopener ugc' }),
    span: (tagName, attribs) => ({ tagName, attribs: boxOnly(attribs) }),
    img: becomes('img', { loading: 'lazy' }),
  },
  // Pictures come from the portal itself only: another host would learn who reads.
  exclusiveFilter: (frame) => frame.tag === 'img' && !/^\/files\/[A-Za-z0-9]+$/.test(frame.attribs.src ?? ''),
};

/** Markdown to HTML that is safe to show: marked renders it, an allow-list cleans it. Headings begin at h3. */
export function renderMarkdown(source: string): string {
  return sanitize()(htmlOf(source), allowed);
}
