import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { BoundedLexer, TooMuchWork } from './bounded-lexer';

const marked = new Marked({ gfm: true, breaks: true, async: false });

/** The text as it is written, line by line. */
function plainHtml(source: string): string {
  const escaped = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.replaceAll(/\r?\n/g, '<br />\n')}</p>\n`;
}

/** What marked makes of the text, in bounded time. */
function htmlOf(source: string): string {
  try {
    const tokens = new BoundedLexer(marked.defaults, source).lex(source);
    return marked.parser(tokens, marked.defaults);
  } catch (error) {
    if (error instanceof TooMuchWork) return plainHtml(source);
    throw error;
  }
}

const headings: Record<string, string> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' };

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
  allowedAttributes: { a: ['href', 'rel'], img: ['src', 'alt', 'loading'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    ...Object.fromEntries(
      Object.entries(headings).map(([from, to]) => [from, sanitizeHtml.simpleTransform(to, {})]),
    ),
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener ugc' }),
    img: sanitizeHtml.simpleTransform('img', { loading: 'lazy' }),
  },
  // Pictures come from the portal itself only: another host would learn who reads.
  exclusiveFilter: (frame) => frame.tag === 'img' && !/^\/files\/[A-Za-z0-9]+$/.test(frame.attribs.src ?? ''),
};

/** Markdown to HTML that is safe to show: marked renders it, an allow-list cleans it. Headings begin at h3. */
export function renderMarkdown(source: string): string {
  return sanitizeHtml(htmlOf(source), allowed);
}

/** The plain beginning of a Markdown text, for lists and mails. */
export function plainText(source: string, length: number): string {
  const text = sanitizeHtml(htmlOf(source), { allowedTags: [], allowedAttributes: {} });
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"');
  const characters = [...plain];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : plain;
}
