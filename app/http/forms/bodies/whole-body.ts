import type { IncomingMessage } from 'node:http';

/** Forms without files are read whole before they are handed on: a stream of its own costs more than its bytes. */
const largestWhole = 64 * 1024;

/** Fields as browsers write them in a form without files, and nothing else: whoever reads the type reads it so. */
export const isPlainForm = (contentType: string): boolean =>
  /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType);

/** Whether the request brings a form that is read whole: it says so, and how long it is. */
export function isWhole({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length']);
  return isPlainForm(headers['content-type'] ?? '') && length <= largestWhole;
}

const bodies = new WeakMap<IncomingMessage, Promise<Buffer<ArrayBuffer>>>();

/** The bytes of such a form, however many ask for them; null of what comes as a stream. */
export function wholeBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> | null {
  const known = bodies.get(request);
  if (known) return known;
  if (!isWhole(request)) return null;
  const reading = new Promise<Buffer<ArrayBuffer>>((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
  bodies.set(request, reading);
  return reading;
}
