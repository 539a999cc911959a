import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import path from 'node:path';
import { testContext } from './context';
import { rotateDataKey } from '~/cli/rotate-data-key';
import { rotateHashKey } from '~/cli/rotate-hash-key';
import { openServices } from '~/http/server/services.server';
import type { Services } from '~/http/server/services.server';
import { readConfiguration } from '~/platform/configuration.server';
import { sealedColumns } from '~/domains/sealed-columns';

export const newDataKey = () => randomBytes(32).toString('base64');

/** A portal whose DATA_KEY is changed: what the operator does, and processes that serve meanwhile. */
export async function rotatingPortal(dataKey: string) {
  const test = await testContext({ dataKey });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-rotating-'));
  const configurationOf = (key: string, url = test.url) =>
    readConfiguration({
      ...{ LOG_LEVEL: 'silent', DATABASE_URL: url, DATA_KEY: key },
      FILES_DIRECTORY: path.join(folder, 'files'),
      LOG_KEY_DIRECTORY: path.join(folder, 'log-key'),
      BALLOT_KEYS_DIRECTORY: test.as('system').configuration.ballotKeysDirectory,
    });
  const running = new Set<Services>();
  const said: string[] = [];
  const nothing = () => Promise.resolve();
  // Those who share this process for the test share its turns: what the others wrote is read in the next one.
  const inTurn = (pause: () => Promise<unknown>) => async () => {
    await pause();
    await nextTurn();
  };
  const call = (
    key: string,
    change: { keyFile?: string; finish?: boolean },
    { pause = nothing, say = (line: string): void => void said.push(line) } = {},
  ) =>
    rotateDataKey(
      configurationOf(key),
      { finish: false, language: 'en', ...change },
      { say, pause: inTurn(pause) },
    );
  return {
    test,
    folder,
    said,
    configurationOf,
    /** A process that serves with this DATA_KEY. */
    start: async (key: string) => {
      const services = await openServices(configurationOf(key));
      running.add(services);
      return services;
    },
    stop: async (services: Services) => {
      running.delete(services);
      await services.database.close();
    },
    call,
    begin: (key: string, newKey: string, pause = nothing) => {
      const keyFile = path.join(folder, 'new.key');
      writeFileSync(keyFile, `${newKey}\n`);
      return call(key, { keyFile }, { pause });
    },
    /** `pause`: what happens while the command waits. */
    finish: (key: string, pause = nothing) => call(key, { finish: true }, { pause }),
    /** A new hashing key, or with `tidy` a look at the older ones. */
    rotateHashes: (
      key: string,
      pause = nothing,
      { tidy = false, say = (line: string): void => void said.push(line) } = {},
    ) => rotateHashKey(configurationOf(key), { tidy, language: 'en' }, { say, pause: inTurn(pause) }),
    dispose: async () => {
      for (const services of running) await services.database.close();
      await test.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type RotatingPortal = Awaited<ReturnType<typeof rotatingPortal>>;

const token = /\b(?:v1|v2\.[0-9a-f]{8})\.[\w-]{16}\.[\w-]{22}\.[\w-]*/g;

/** Every sealed text of the database, with the column in which it lies. */
export async function sealedTexts({ test }: RotatingPortal): Promise<{ column: string; text: string }[]> {
  const found: { column: string; text: string }[] = [];
  for (const { table, columns } of sealedColumns)
    for (const column of columns) {
      const rows = await test.database.sql.all<{ text: string | null }>(
        `SELECT "${column}" AS "text" FROM "${table}"`,
      );
      for (const { text } of rows)
        for (const [one] of (text ?? '').matchAll(token))
          found.push({ column: `${table}.${column}`, text: one });
    }
  return found;
}
