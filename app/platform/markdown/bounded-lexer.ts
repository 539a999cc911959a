import { Lexer, Tokenizer } from 'marked';
import type { MarkedOptions, Token, Tokens, TokensList } from 'marked';
import { addressPart, chineseRules, multiplies, withoutDatedLists } from './chinese-rules';

/** Quotations and lists within each other, and emphasis, links and struck text; what is deeper is plain text. */
const deepest = { block: 10, inline: 6 };

/** The work that one text may cost, in characters looked at: a multiple of what honest texts ask for. */
const workFor = (source: string) => 200_000 + 30 * source.length;

/** A text that asks for more than its due: it is shown as it is written. */
class TooMuchWork extends Error {}

/** Weighs each place at which a rule is tried: marked tries them all on what is left of the paragraph. */
class WeighingTokenizer extends Tokenizer {
  left = Infinity;
  #quotations = 0;

  /** Asked first in a list of blocks. */
  override space(src: string): Tokens.Space | undefined {
    this.left -= Math.min(src.length, 20);
    return super.space(src);
  }

  /** Within a quotation marked reads what went before again for each line that goes on without a mark. */
  #again(src: string): void {
    if (this.#quotations === 0) return;
    this.left -= src.length;
    if (this.left < 0) throw new TooMuchWork();
  }

  override list(src: string): Tokens.List | undefined {
    this.#again(src);
    return super.list(src);
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    this.#again(src);
    this.#quotations += 1;
    try {
      return super.blockquote(src);
    } finally {
      this.#quotations -= 1;
    }
  }

  /** Asked first at each place of a line; beyond the bound the rest of it is text. */
  override escape(src: string): Tokens.Escape | undefined {
    this.left -= /^[*_~[!<`]/.test(src) ? 3 * src.length : src.length;
    return this.left < 0 ? { type: 'escape', raw: src, text: src } : super.escape(src);
  }

  override url(src: string): Tokens.Link | undefined {
    return super.url(addressPart(src));
  }

  override emStrong(src: string, masked: string, before = ''): Tokens.Em | Tokens.Strong | undefined {
    return multiplies(before, src) ? undefined : super.emStrong(src, masked, before);
  }

  /** One tilde stands between the ends of a range (9~11点); two strike out. */
  override del(src: string, masked: string, before = ''): Tokens.Del | undefined {
    return src.startsWith('~~') ? super.del(src, masked, before) : undefined;
  }
}

/**
 * Marked's own rules with a bound on depth and on work. Where a text asks for more, as long runs of half-open marks do,
 * the rest of the paragraph is taken as it is written: nothing is lost, and nothing takes long. Throws TooMuchWork.
 */
class BoundedLexer extends Lexer {
  readonly #weighing: WeighingTokenizer;
  #blocks = 0;
  #inlines = 0;

  constructor(options: MarkedOptions, source: string) {
    const weighing = new WeighingTokenizer();
    super({ ...options, tokenizer: weighing });
    this.#weighing = weighing;
    weighing.left = workFor(source);
    weighing.rules = chineseRules(weighing.rules);
  }

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped = false): Token[] {
    if (this.#blocks >= deepest.block || this.#weighing.left < 0) {
      tokens.push({ type: 'paragraph', raw: src, text: src, tokens: [asWritten(src)] });
      return tokens;
    }
    this.#blocks += 1;
    try {
      return super.blockTokens(src, tokens, lastParagraphClipped);
    } finally {
      this.#blocks -= 1;
    }
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.#inlines >= deepest.inline || this.#weighing.left < 0) {
      tokens.push(asWritten(src));
      return tokens;
    }
    this.#inlines += 1;
    try {
      return super.inlineTokens(src, tokens);
    } finally {
      this.#inlines -= 1;
    }
  }
}

function asWritten(src: string): Tokens.Text {
  return { type: 'text', raw: src, text: src, escaped: false };
}

const breaking = { gfm: true, breaks: true };

/** What marked reads in the text, as the pages show it; null where it asks for more work than its due. */
export function boundedTokens(source: string, options: MarkedOptions = breaking): TokensList | null {
  try {
    return new BoundedLexer(options, source).lex(withoutDatedLists(source));
  } catch (error) {
    if (error instanceof TooMuchWork) return null;
    throw error;
  }
}
