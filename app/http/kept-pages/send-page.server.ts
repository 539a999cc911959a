import type { ServerResponse } from 'node:http';
import type { Asked } from './asked.server';
import type { Encoding, FlatHead, Form, KeptPage } from '~/platform/cache/kept-page.server';
import type { PageCache } from '~/platform/cache/page-cache.server';

/** The coding in which who asks holds the page already, of those that they take. */
function heldEncoding(page: KeptPage, { accepted, known }: Asked): Encoding | undefined {
  if (known === '*') return accepted[0];
  if (known.length === 0) return undefined;
  return accepted.find((encoding) => known.includes(page.tagOf(encoding)));
}

/** The page in the best coding that is there, and at least in one that takes no time. */
function formOf(pages: PageCache, page: KeptPage, { key, accepted }: Asked): Form | Promise<Form> {
  for (const encoding of accepted) {
    const form = page.form(encoding);
    if (form) return form;
    if (encoding !== 'br') return page.make(encoding);
    pages.wantSmaller(key, page);
  }
  throw new Error('Brotli alone is never waited for');
}

/** Sends the page, or word that who asks holds it already. */
export async function sendKept(
  pages: PageCache,
  { page, asked, response }: { page: KeptPage; asked: Asked; response: ServerResponse },
): Promise<void> {
  const held = heldEncoding(page, asked);
  if (held !== undefined) return send(response, 304, { head: page.unchangedHead(held) });
  const form = formOf(pages, page, asked);
  send(response, 200, form instanceof Promise ? await form : form);
}

function send(response: ServerResponse, status: number, answer: { head: FlatHead; body?: Buffer }): void {
  response.writeHead(status, answer.head as string[]);
  response.end(answer.body);
}
