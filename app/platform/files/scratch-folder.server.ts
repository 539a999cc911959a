import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `use` with a new folder on this machine that its owner alone may enter (TMPDIR says where), and removes it with all
 * that is in it: when it is done, when it fails, and when the process is told to end meanwhile.
 */
export async function withScratch<Result>(
  name: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(os.tmpdir(), name));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const end = (signal: NodeJS.Signals) => {
    remove();
    for (const each of endings) process.removeListener(each, end);
    process.kill(process.pid, signal);
  };
  for (const each of endings) process.once(each, end);
  try {
    return await use(folder);
  } finally {
    for (const each of endings) process.removeListener(each, end);
    remove();
  }
}
