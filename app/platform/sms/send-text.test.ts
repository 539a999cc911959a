import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSmsServer } from '../../../tests/setup/sms-server';
import type { SmsServer } from '../../../tests/setup/sms-server';
import { looseKeys } from '../../../tests/setup/keys';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';
import { fixedClock } from '../clock';
import { runDueJobs } from '../jobs/worker.server';
import { openLog } from '../log.server';
import type { SmsGateway } from './gateway';
import { areTextsLeft, queueText } from './queue-text.server';
import { openGateway, smsWork } from './sms-work.server';
import { textsOfDay } from './texts-of-day.server';

const keys = looseKeys();
const start = new Date('2026-11-24T08:00:00Z');
const to = '8613812345678';
const timeZone = 'Asia/Shanghai';
let test: TestDatabase;
let server: SmsServer;
let clock: ReturnType<typeof fixedClock>;
let gateway: SmsGateway | null;

beforeEach(async () => {
  test = await testDatabase();
  server = await startSmsServer();
  clock = fixedClock(start);
  gateway = openGateway(settings().sms, { database: test.database, clock });
});
afterEach(async () => {
  await gateway?.close();
  await server.stop();
  await test.dispose();
});

const settings = (mostInADay = 100) => ({
  sms: { url: server.url, from: '1069', signature: '共治', countries: ['86'], mostInADay },
  timeZone,
});

const queue = (words: string, mostInADay?: number) =>
  test.database.transaction((tx) =>
    queueText(
      tx,
      { configuration: settings(mostInADay), keys },
      { ...{ personId: 'ann', purpose: 'test', to, words }, ...{ at: clock.now(), minutesValid: 10 } },
    ),
  );
const work = () => {
  const { handlers } = smsWork({ database: test.database, clock, keys, gateway });
  const ports = { database: test.database, clock, log: openLog('silent'), owner: 'one', recurring: {} };
  return runDueJobs({ ...ports, handlers });
};
const message = () => test.database.read.textMessage.findFirstOrThrow({ orderBy: { id: 'desc' } });
const job = () => test.database.read.outboxJob.findFirstOrThrow({ orderBy: { id: 'desc' } });

it('waits sealed, goes out signed, and its words are emptied; what the operator says later is noted', async () => {
  await queue('您好'.repeat(40));
  expect(JSON.stringify(await message())).not.toMatch(/您好|13812345678/);
  await work();
  expect(await server.wordsTo(to)).toEqual([`【共治】${'您好'.repeat(40)}`]);
  expect(await message()).toMatchObject({
    ...{ state: 'accepted', shownNumber: '138****5678', sealedNumber: '', sealedWords: '', partCount: 2 },
  });
  const [one, two] = server.parts;
  await server.report(one?.id ?? '', 'DELIVRD');
  expect(await message()).toMatchObject({ state: 'accepted', detail: 'DELIVRD' });
  await server.report(two?.id ?? '', 'DELIVRD', 'text');
  expect(await message()).toMatchObject({ state: 'delivered', reportedAt: clock.now() });
  expect(await server.report('somebody-else’s', 'UNDELIV')).toEqual([0]);
});

it('is tried again where the operator throttles, from the part that is missing', async () => {
  await queue('字'.repeat(150));
  server.answerNext(0, 0x58);
  await work();
  expect(await job()).toMatchObject({
    state: 'waiting',
    attempts: 1,
    lastError: expect.stringContaining('THROTTLED'),
  });
  expect(await message()).toMatchObject({ state: 'waiting' });
  clock.advance(10_000);
  await work();
  expect(await server.wordsTo(to)).toEqual([`【共治】${'字'.repeat(150)}`]);
  expect(server.parts).toHaveLength(3);
  expect(await job()).toMatchObject({ state: 'done' });
});

it('is given up where the number is refused, and listed with the jobs that failed', async () => {
  await queue('您好');
  server.answerNext(0x0b);
  await work();
  expect(await job()).toMatchObject({ state: 'dead', lastError: expect.stringContaining('ESME_RINVDSTADR') });
  expect(await message()).toMatchObject({ state: 'failed', sealedNumber: '' });
});

it('is not sent any more once it is of no use', async () => {
  await queue('您好');
  clock.advance(11 * 60_000);
  await work();
  expect(server.parts).toEqual([]);
  expect(await message()).toMatchObject({ state: 'expired', sealedNumber: '' });
});

it('is one of so many in a day of the portal’s zone', async () => {
  const left = () => areTextsLeft(test.database, settings(2), clock.now());
  expect(await queue('一', 2)).not.toBeNull();
  expect([await left(), await queue('二', 2)]).toEqual([true, expect.any(String)]);
  expect([await left(), await queue('三', 2)]).toEqual([false, null]);
  await work();
  expect(await textsOfDay(test.database, timeZone, clock.now())).toMatchObject({
    count: 2,
    accepted: 2,
    failed: 0,
  });
  clock.advance(8 * 3600_000);
  expect([await left(), await queue('四', 2)]).toEqual([true, expect.any(String)]);
  expect(await textsOfDay(test.database, timeZone, clock.now())).toMatchObject({
    count: 1,
    accepted: 0,
    waiting: 1,
  });
});

it('binds for reports after a start, and leaves when none are waited for', async () => {
  const { recurring } = smsWork({ database: test.database, clock, keys, gateway });
  await recurring['texts.link'].run();
  expect(server.bound()).toBe(0);
  await queue('您好');
  await work();
  await gateway?.close();
  await expect.poll(() => server.bound()).toBe(0);
  await recurring['texts.link'].run();
  expect(server.bound()).toBe(1);
  await server.report(server.parts[0]?.id ?? '', 'DELIVRD');
  await recurring['texts.link'].run();
  await expect.poll(() => server.bound()).toBe(0);
});
