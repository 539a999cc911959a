import { spawn } from 'node:child_process';
import { once } from 'node:events';

const script = `
  const Database = require('better-sqlite3');
  const connection = new Database(process.argv[1], { timeout: 10000 });
  connection.exec('BEGIN IMMEDIATE');
  console.log('held');
  process.stdin.resume().once('end', () => {
    connection.exec('ROLLBACK');
    connection.close();
  });`;

export interface HeldLock {
  release(): Promise<void>;
}

/** Another process holds the write lock of a SQLite database until it is told to let go. */
export async function holdWriteLock(url: string): Promise<HeldLock> {
  const holder = spawn(process.execPath, ['-e', script, url.replace(/^file:/, '')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  await Promise.race([once(holder.stdout, 'data'), ended.then(() => Promise.reject(new Error('No lock')))]);
  return {
    release: async () => {
      holder.stdin.end();
      await ended;
    },
  };
}
