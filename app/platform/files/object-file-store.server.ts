import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { Bucket } from './bucket';
import type { FileStore } from './file-store.server';

const longestAnswer = 20_000;
/** A write is tried as seldom as this; between, a look at the bucket says whether it is there. */
const probeMilliseconds = 60_000;

type Ask = (method: string, key: string, body?: Uint8Array) => Promise<Response>;

/** Asks for one object, or with an empty key for the bucket. Throws but for what is there and what is not. */
function asking({ url, ...credentials }: Bucket): Ask {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 2 });
  return async (method, key, body) => {
    const response = await client.fetch(key === '' ? url : `${url}/${key}`, {
      method,
      signal: AbortSignal.timeout(longestAnswer),
      // Signed with the bytes: what arrives otherwise is refused.
      ...(body && {
        body: Buffer.from(body),
        headers: { 'X-Amz-Content-Sha256': createHash('sha256').update(body).digest('hex') },
      }),
    });
    if (response.ok || response.status === 404) return response;
    await response.body?.cancel();
    throw new Error(`The store of files answered ${response.status} to ${method}`);
  };
}

async function done(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  await response.body?.cancel();
  return response;
}

async function succeeded(asked: Promise<Response>): Promise<void> {
  const { ok } = await done(asked);
  if (!ok) throw new Error('The store of files has no such bucket');
}

/** Files as objects in a bucket of an S3-compatible store, which all processes share. */
export function objectFileStore(bucket: Bucket): FileStore {
  const ask = asking(bucket);
  let writtenAt = -Infinity;
  return {
    isShared: true,
    // Written anew where it is there already: whoever tidies up sees that it is wanted again.
    put: async (hash, bytes) => succeeded(ask('PUT', keyOf(hash), bytes)),
    open: async (hash) => {
      const response = await ask('GET', keyOf(hash));
      if (response.ok && response.body) return Readable.fromWeb(response.body as ReadableStream);
      await response.body?.cancel();
      return null;
    },
    remove: async (hash, unusedSince) => {
      const { ok, headers } = await done(ask('HEAD', keyOf(hash)));
      if (!ok || writtenSince(headers.get('Last-Modified'), unusedSince)) return;
      await done(ask('DELETE', keyOf(hash)));
    },
    probe: async () => {
      if (performance.now() - writtenAt < probeMilliseconds) return succeeded(ask('HEAD', ''));
      const key = `probe/${randomUUID()}`;
      await succeeded(ask('PUT', key, Buffer.from('probe')));
      await done(ask('DELETE', key));
      writtenAt = performance.now();
    },
  };
}

function keyOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('Not a content hash');
  return `${hash.slice(0, 2)}/${hash}`;
}

/** The store tells whole seconds: one that was written in the same second may have been written since. */
function writtenSince(lastModified: string | null, since: Date): boolean {
  const at = Date.parse(lastModified ?? '');
  return Number.isNaN(at) || at + 1000 > since.getTime();
}
