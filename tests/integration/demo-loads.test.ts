import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadDemoIfEmpty } from '../../prisma/seed/load-demo.server';
import { testDatabase } from '../setup/database';
import type { TestDatabase } from '../setup/database';
import { onSqlite } from '../setup/needs';
import { openServices } from '~/http/server/services.server';
import { readConfiguration } from '~/platform/configuration.server';

let test: TestDatabase;
let folder: string;
beforeEach(async () => {
  test = await testDatabase();
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-demo-'));
});
afterEach(async () => {
  await test.dispose();
  rmSync(folder, { recursive: true, force: true });
});

// On one engine: the rules are the same, and the story takes ten times as long on the other.
// The demo goes through the use cases: a rule that grows stricter refuses it, and with it the first start of a newcomer.
it('tells the story of the demo by the rules of today', onSqlite, async () => {
  const services = await openServices(
    readConfiguration({
      ...{ LOG_LEVEL: 'silent', DATABASE_URL: test.url, DEMO_MODE: 'true' },
      FILES_DIRECTORY: path.join(folder, 'files'),
      BALLOT_KEYS_DIRECTORY: path.join(folder, 'keys'),
      LOG_KEY_DIRECTORY: path.join(folder, 'log'),
    }),
  );
  const said: string[] = [];
  await loadDemoIfEmpty(services, (line) => said.push(line));
  expect(said).toHaveLength(3);
  expect(await services.database.read.careTask.count()).toBe(3);
  await services.database.close();
});
