import type { Token, Tokens } from 'marked';
import { boundedTokens } from '../markdown/bounded-lexer';
import { withStops } from '../markdown/chinese-rules';
import { isShownWhole } from '../markdown/is-shown-whole';

/** What a document is made of, one under the other. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string; small?: boolean }
  /** A line of a list, with its mark. */
  | { kind: 'item'; mark: string; text: string; depth: number }
  /** Names and what they stand for, in two columns. */
  | { kind: 'pairs'; rows: (readonly [string, string])[] }
  /** A QR code: its squares, and what it leads to in words. */
  | { kind: 'code'; size: number; path: string; label: string }
  /** The middle of a poster: a title as large as it fits, and the code that leads on, with its words below. */
  | { kind: 'poster'; title: string; size: number; path: string; label: string }
  /** A box that is signed: the words in it, and the name of its field. */
  | { kind: 'signature'; field: string; lines: string[] };

const deepest = 6;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text: string) =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => entities[name] ?? all);

/** The words of inline Markdown, with the address of each link behind it; HTML stands as it was typed. */
function wordsOf(tokens: readonly Token[] | undefined, otherwise: string): string {
  if (!tokens) return unescaped(otherwise);
  return tokens
    .map((token): string => {
      if (token.type === 'br') return '\n';
      if (token.type === 'link') {
        const { href, tokens: inner, text } = token as Tokens.Link;
        const words = wordsOf(inner, text);
        return words === href ? words : `${words}（${href}）`;
      }
      // Struck out on paper as well: without its marks the word would be in force again.
      if (token.type === 'del') return token.raw;
      if ('tokens' in token && Array.isArray(token.tokens)) return wordsOf(token.tokens, token.raw);
      return unescaped('text' in token && typeof token.text === 'string' ? token.text : token.raw);
    })
    .join('');
}

function blocksOfList(list: Tokens.List, depth: number): Block[] {
  const first = typeof list.start === 'number' ? list.start : 1;
  return list.items.flatMap((item, at) => {
    const mark = list.ordered ? `${first + at}.` : '•';
    const inner = depth >= deepest ? [] : item.tokens.filter(({ type }) => type === 'list');
    const own = item.tokens.filter(({ type }) => type !== 'list');
    const text = depth >= deepest ? unescaped(item.text) : wordsOf(own, item.text).trim();
    return [
      { kind: 'item' as const, mark, text, depth },
      ...inner.flatMap((one) => blocksOfList(one as Tokens.List, depth + 1)),
    ];
  });
}

function blocksOfToken(token: Token, depth: number): Block[] {
  switch (token.type) {
    case 'space':
    case 'hr':
    case 'def':
      return [];
    case 'heading': {
      const { depth: level, tokens, text } = token as Tokens.Heading;
      return [{ kind: 'heading', level: level <= 2 ? 2 : 3, text: wordsOf(tokens, text) }];
    }
    case 'list':
      return blocksOfList(token as Tokens.List, depth);
    case 'blockquote':
      return depth >= deepest
        ? [{ kind: 'paragraph', text: token.raw }]
        : ((token as Tokens.Blockquote).tokens ?? []).flatMap((inner) => blocksOfToken(inner, depth + 1));
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const line = (cells: Tokens.TableCell[]) =>
        cells.map((cell) => wordsOf(cell.tokens, cell.text)).join(' ｜ ');
      return [header, ...rows].map((cells) => ({ kind: 'paragraph', text: line(cells) }));
    }
    default: {
      const tokens = 'tokens' in token && Array.isArray(token.tokens) ? token.tokens : undefined;
      const text = 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
      return [{ kind: 'paragraph', text: wordsOf(tokens, text).trim() }];
    }
  }
}

/**
 * Markdown as blocks of a document: headings below the document's own, paragraphs, lists with their marks, tables line
 * by line. No word is left out: a text of which Markdown would not show all, or which asks for more work than honest
 * ones do, stands as it was typed.
 */
export function blocksOfMarkdown(source: string): Block[] {
  const blocks = boundedTokens(source)?.flatMap((token) => blocksOfToken(token, 0)) ?? [];
  const shown = blocks.map((block) => ('text' in block ? { ...block, text: withStops(block.text) } : block));
  return isShownWhole(source, textOfBlocks(shown)) ? shown : [{ kind: 'paragraph', text: source }];
}

/** All that is written of the blocks, to be looked at before it is written. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'pairs') return block.rows.flat().join('\n');
      if (block.kind === 'signature') return block.lines.join('\n');
      if (block.kind === 'code') return block.label;
      if (block.kind === 'poster') return `${block.title}\n${block.label}`;
      return block.kind === 'item' ? `${block.mark}${block.text}` : block.text;
    })
    .join('\n');
}
