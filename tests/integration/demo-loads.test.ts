import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadDemoIfEmpty } from '../../prisma/seed/load-demo.server';
import { testDatabase } from '../setup/database';
import type { TestDatabase } from '../setup/database';
import { onSqlite } from '../setup/needs';
import { openServices } from '~/http/server/services.server';
import type { Services } from '~/http/server/services.server';
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
  await expectBelievable(services);
  await services.database.close();
});

/** Nothing has happened yet that is still to come, no matter is there twice, and people brought pictures of theirs. */
async function expectBelievable({ database: { read }, clock }: Services): Promise<void> {
  const ahead = { gt: clock.now() };
  expect(await read.event.findMany({ where: { at: ahead }, select: { type: true } })).toEqual([]);
  expect(await read.comment.count({ where: { createdAt: ahead } })).toBe(0);
  const [proposals, feedback] = await Promise.all([
    read.proposal.findMany({ select: { id: true, title: true, body: true } }),
    read.feedback.findMany({ select: { id: true, title: true, body: true } }),
  ]);
  const names = /便河|文化宫|杨林堤|社区|小区/g;
  const apart = new Set(proposals.map(({ title }) => title.replaceAll(names, '')));
  expect(apart.size).toBe(proposals.length);
  expect(new Set(feedback.map(({ title }) => title)).size).toBeGreaterThan(feedback.length * 0.8);
  for (const { title, body } of [...proposals, ...feedback]) expect(body, title).toMatch(/In English:/);
  const shown = await read.attachment.findMany({ include: { file: { include: { sizes: true } } } });
  const having = (kind: string) =>
    new Set(shown.filter((row) => row.subjectKind === kind).map((row) => row.subjectId));
  expect(having('proposal').size).toBe(proposals.length);
  expect(having('feedback').size).toBeGreaterThan(60);
  expect(
    shown.filter(({ subjectKind }) => subjectKind.startsWith('work-order-after')).length,
  ).toBeGreaterThan(30);
  for (const { file } of shown) {
    expect(file.description).toMatch(/\p{Script=Han}{4}/u);
    expect(file.sizes.map(({ edge }) => edge)).toEqual([320]);
  }
  // The repository holds no picture of them, and a newcomer's disk not much.
  const bytes = new Map(shown.map(({ file }) => [file.contentHash, file.bytes]));
  expect([...bytes.values()].reduce((sum, one) => sum + one, 0)).toBeLessThan(2_500_000);
}
