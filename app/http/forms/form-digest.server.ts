import { createHash } from 'node:crypto';
import { readForm } from './read-form.server';

const digests = new WeakMap<Request, Promise<string>>();

async function digest(request: Request): Promise<string> {
  const hash = createHash('sha256').update(new URL(request.url).pathname);
  for (const [name, value] of await readForm(request)) {
    const bytes = typeof value === 'string' ? Buffer.from(value) : new Uint8Array(await value.arrayBuffer());
    // With their lengths, so that no two forms run into the same text.
    hash.update(`\n${Buffer.byteLength(name)}:${name}:${bytes.byteLength}:`).update(bytes);
  }
  return hash.digest('hex');
}

/** A digest of where a form was posted and of all that is in it, files by their bytes: the same form has the same. */
export function digestOfForm(request: Request): Promise<string> {
  const known = digests.get(request) ?? digest(request);
  digests.set(request, known);
  return known;
}
