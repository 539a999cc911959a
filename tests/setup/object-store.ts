import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';

export interface ObjectStore {
  /** As `FILES_S3` wants it: with the keys and the bucket. */
  url: string;
  stop(): Promise<void>;
}

/** A server that speaks S3 on the loopback address, knows its keys, and keeps what it gets in a folder of its own. */
export async function startObjectStore(): Promise<ObjectStore> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-objects-'));
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: 'gongzhi-files', configs: [] }],
  });
  const { port } = await server.run();
  return {
    // The keys that this server has, and no others.
    url: `http://S3RVER:S3RVER@127.0.0.1:${port}/gongzhi-files`,
    stop: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
