import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../../setup/database';
import type { TestDatabase } from '../../setup/database';
import { openServices } from '~/http/server/services.server';
import { readConfiguration } from '~/platform/configuration.server';

let test: TestDatabase;
beforeEach(async () => {
  test = await testDatabase();
});
afterEach(() => test.dispose());

const key = () => randomBytes(32).toString('base64');
const open = async (change: Record<string, string>) => {
  const services = await openServices(
    readConfiguration({ LOG_LEVEL: 'silent', DATABASE_URL: test.url, ...change }),
  );
  await services.database.close();
};

it('refuses to open a database with another data key than it was begun with, in words', async () => {
  const DATA_KEY = key();
  await open({ DATA_KEY });
  await open({ DATA_KEY });
  await expect(open({ DATA_KEY: key() })).rejects.toThrow(
    'DATA_KEY: this database was sealed with another key',
  );
  await open({ DATA_KEY, SESSION_SECRET: 'another secret of more than 32 signs' });
});
