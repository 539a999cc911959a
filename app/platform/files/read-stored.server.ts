import type { FileStore } from './file-store.server';

/** A kept file whole, for files that are known to be small; null where it is missing. */
export async function readStored(files: FileStore, contentHash: string): Promise<Uint8Array | null> {
  const stream = await files.open(contentHash);
  if (!stream) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
