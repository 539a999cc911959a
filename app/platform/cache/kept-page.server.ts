import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The content codings in which a page can be kept, the smallest first. */
export const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

/** Header names and values in turn, as `writeHead` takes them fastest. */
export type FlatHead = readonly string[];

/** A page in one content coding: constant bytes under one entity tag. */
export interface Form {
  head: FlatHead;
  body: Buffer;
}

const gzipped = promisify(gzip);
const brotli = promisify(brotliCompress);

/** Away from the main thread. Brotli at its best takes some hundred times as long as gzip. */
const compress: Record<Exclude<Encoding, 'identity'>, (body: Buffer) => Promise<Buffer>> = {
  gzip: (body) => gzipped(body),
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } }),
};

/** Other versions may make other bytes of the same page: a strong tag must not stand for both. */
const compressors = `${process.versions.zlib} ${process.versions.brotli}`;

/** Roughly what the heads of a page take in memory beside the page's own. */
const headBytes = 1024;

/** An answer as constant bytes, in each content coding once somebody asked for it. */
export class KeptPage {
  /** Called when the page has come to hold more bytes. */
  grown: () => void = () => undefined;
  /** How often it was asked for in a coding that was not there. */
  missed = 0;
  /** Stands for the bytes and the head, in whatever coding. */
  readonly tag: string;
  readonly #head: FlatHead;
  readonly #body: Buffer;
  readonly #forms = new Map<Encoding, Form>();
  readonly #unchanged = new Map<Encoding, FlatHead>();
  readonly #making = new Map<Encoding, Promise<Form>>();

  constructor({ head, body }: Form) {
    this.#head = head;
    this.#body = body;
    const hash = createHash('sha256').update(compressors).update(JSON.stringify(head)).update(body);
    this.tag = hash.digest('base64url').slice(0, 22);
    this.#forms.set('identity', this.#formOf('identity', body));
  }

  /** The bytes that it holds in memory. */
  get bytes(): number {
    const head = this.#head.reduce((sum, text) => sum + text.length, headBytes);
    return [...this.#forms.values()].reduce((sum, form) => sum + form.body.byteLength + head, 0);
  }

  /** The strong entity tag (RFC 9110, 8.8.3) of the page in this coding. */
  tagOf(encoding: Encoding): string {
    return `"${this.tag}.${encoding}"`;
  }

  /** The page in this coding, where it is there already. */
  form(encoding: Encoding): Form | null {
    return this.#forms.get(encoding) ?? null;
  }

  /** The page in this coding; made once, however many wait for it. */
  make(encoding: Encoding): Promise<Form> {
    const known = this.#forms.get(encoding);
    if (known || encoding === 'identity')
      return Promise.resolve(known ?? this.#formOf('identity', this.#body));
    const making = this.#making.get(encoding) ?? this.#make(encoding);
    this.#making.set(encoding, making);
    return making;
  }

  /** What is told to who holds the page in this coding already (RFC 9110, 15.4.5). */
  unchangedHead(encoding: Encoding): FlatHead {
    const known = this.#unchanged.get(encoding);
    if (known) return known;
    const head = [...this.#head.filter(isNoContentType), 'ETag', this.tagOf(encoding)];
    this.#unchanged.set(encoding, head);
    return head;
  }

  async #make(encoding: Exclude<Encoding, 'identity'>): Promise<Form> {
    try {
      const form = this.#formOf(encoding, await compress[encoding](this.#body));
      this.#forms.set(encoding, form);
      this.grown();
      return form;
    } finally {
      this.#making.delete(encoding);
    }
  }

  #formOf(encoding: Encoding, body: Buffer): Form {
    const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
    const length = ['Content-Length', String(body.byteLength)];
    return { head: [...this.#head, ...coding, ...length, 'ETag', this.tagOf(encoding)], body };
  }
}

function isNoContentType(_text: string, index: number, head: FlatHead): boolean {
  return head[index - (index % 2)]?.toLowerCase() !== 'content-type';
}
