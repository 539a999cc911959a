import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { testDatabase } from './database';
import type { Actor } from '~/domains/actor';
import type { Context } from '~/domains/context';
import { resolvePerson } from '~/domains/identity/resolve-actor.server';
import { knownSubjects } from '~/domains/registry.server';
import { fixedClock } from '~/platform/clock';
import { demoDataKey, readConfiguration } from '~/platform/configuration.server';
import type { Database } from '~/platform/db/database.server';
import { directoryFileStore } from '~/platform/files/file-store.server';
import type { KeyRing } from '~/platform/keys/key-ring.server';
import { ensureRing } from '~/platform/keys/kept-ring.server';
import { keysOf } from '~/platform/keys/portal-keys.server';

export interface TestContext {
  database: Database;
  url: string;
  /** The portal's keys as they were read last. */
  readonly ring: KeyRing;
  /** Reads them anew; under another DATA_KEY, as a process that was started anew with it. */
  readKeys(dataKey?: string): Promise<void>;
  clock: ReturnType<typeof fixedClock>;
  invalidated: string[];
  /** The context of a visitor or the system. */
  as(who: 'visitor' | 'system' | Actor): Context;
  /** The context of a person, with the roles and memberships that the database holds. */
  asPerson(personId: string, organisationId?: string): Promise<Context>;
  dispose(): Promise<void>;
}

export const testNow = new Date('2026-11-24T08:00:00Z');

/** A context over a database of its own, with a clock that stands still. `dataKey`: for tests that open it as an operator does. */
export async function testContext({
  dataKey = demoDataKey,
  environment = {},
}: { dataKey?: string; environment?: Record<string, string> } = {}): Promise<TestContext> {
  const { database, url, dispose } = await testDatabase();
  const clock = fixedClock(testNow);
  const invalidated: string[] = [];
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-keys-'));
  const configuration = readConfiguration({
    DATA_KEY: dataKey,
    ENDORSEMENT_THRESHOLD: '3',
    BALLOT_KEYS_DIRECTORY: folder,
    LOG_KEY_DIRECTORY: path.join(folder, 'log'),
    ...environment,
  });
  let { ring } = await ensureRing(database, dataKey);
  const keys = keysOf(() => ring);
  const as = (who: 'visitor' | 'system' | Actor): Context => ({
    database,
    clock,
    locale: 'zh-CN',
    configuration,
    keys,
    files: directoryFileStore(path.join(os.tmpdir(), 'gongzhi-tests/files')),
    subjects: knownSubjects,
    actor: typeof who === 'string' ? { kind: who } : who,
    giveWay: () => Promise.resolve(),
    invalidatePages: (topics) => void invalidated.push(...topics),
  });
  return {
    database,
    url,
    get ring() {
      return ring;
    },
    readKeys: async (under = dataKey) => {
      ring = (await ensureRing(database, under)).ring;
    },
    clock,
    invalidated,
    as,
    asPerson: async (personId, organisationId) =>
      as(await resolvePerson(database, personId, organisationId ?? null)),
    dispose: async () => {
      await dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
