import { createCookie } from '@remix-run/node';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fill } from '../../load/fill';
import type { Filled, Size } from '../../load/fill';
import { migrate } from '~/platform/db/migrate.server';

export interface FilledDatabase extends Filled {
  file: string;
  folder: string;
  /** The Cookie header of the voter's session. */
  cookieOf(token: string): Promise<string>;
  remove(): void;
}

const session = createCookie('session');

/** A SQLite file of its own, filled as for the benchmark. */
export async function filledDatabase(size: Size): Promise<FilledDatabase> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-e2e-filled-'));
  const file = path.join(folder, 'filled.sqlite');
  await migrate(`file:${file}`);
  return {
    ...fill(file, size),
    file,
    folder,
    cookieOf: async (token) => (await session.serialize(token)).split(';')[0] ?? '',
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
