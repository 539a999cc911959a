import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeNow, makeElectorate, openBallotOf, recordText, statutory, vote } from '../factories/ballots';
import { openRoll, pick } from '../factories/rolls';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { ballotPage } from '~/domains/ballots/ballot-page.query.server';
import { readBallotRecord } from '~/domains/ballots/rules/record/read-ballot-record';
import { verifyBallotRecord } from '~/domains/ballots/rules/record/verify-ballot-record';
import { statutoryLines } from '~/http/answers/files/statutory-record.server';
import { dateFormat, timeFormats } from '~/lib/formats';
import { sha256 } from '~/lib/sha256';
import { action } from '~/routes/ballots+/$id_.meeting';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

/** What the record on the page of the ballot says, in the order of its lines. */
async function recordOn(id: string): Promise<string[]> {
  const visitor = test.as('visitor');
  const { ballot } = await ballotPage(visitor, id);
  return (statutoryLines(visitor, ballot)?.items ?? []).map(({ label, value }) => `${label}: ${value}`);
}

async function complete(who: string, id: string, fields: Record<string, string>) {
  const request = new Request(`http://portal.test/ballots/${id}/meeting`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const context = { context: await test.asPerson(who), sessionToken: null, flash: null } as never;
  const answer: unknown = await action({ request, params: { id }, context });
  if (answer instanceof Response) return { status: answer.status, form: null };
  const { data, init } = answer as {
    data: { form: { values: Record<string, unknown>; errors: Record<string, string[]> } };
    init: ResponseInit;
  };
  return { status: init.status, form: data.form };
}

it('the page holds what such a record needs, with due and present of the roll', async () => {
  const ballot = await openRoll(test, statutory);
  const before = await recordOn(ballot.id);
  expect(before.filter((line) => !line.startsWith('投票时间'))).toEqual([
    ...['会议类型: 居民会议', '召集人: 江汉社区居民委员会', '地点: 社区会议室'],
    ...['应到: 4', '实到: 计票后公布', '计票和公布时间: 还没有计票'],
  ]);
  await closeNow(test);
  const after = await recordOn(ballot.id);
  expect(after).toContain('实到: 0 / 4 票 · 0%');
  const { closesAt, closedAt } = await test.database.read.ballot.findUniqueOrThrow({
    where: { id: ballot.id },
  });
  expect(closedAt).not.toEqual(closesAt);
  const format = dateFormat('zh-CN', { ...timeFormats['date-time'], timeZone: 'Asia/Shanghai' });
  expect(after.at(-1)).toBe(`计票和公布时间: ${format.format(closedAt ?? 0)}`);
});

it('the file of the record says the same, and its digest is the one that was published', async () => {
  const { id } = await openRoll(test, statutory);
  await closeNow(test);
  const text = await recordText(test, id);
  const { closedAt, closesAt, recordDigest } = await test.database.read.ballot.findUniqueOrThrow({
    where: { id },
  });
  const { ballot, electorate } = JSON.parse(text) as Record<string, unknown>;
  expect(ballot).toMatchObject({
    ...{ closesAt: closesAt.toISOString(), countedAt: closedAt?.toISOString() },
    meeting: { kind: 'residents', convener: '江汉社区居民委员会', place: '社区会议室' },
  });
  expect(electorate).toEqual({ size: 4, roll: { due: 4, present: 0, addedAfterOpening: 0 } });
  expect(sha256(text)).toBe(recordDigest);
  const reading = readBallotRecord(new TextEncoder().encode(text));
  expect(reading.ok && verifyBallotRecord(reading.record).holds).toBe(true);
  // One that was counted before records said it keeps its bytes.
  const terms = await test.database.read.ballot.findUniqueOrThrow({ where: { id }, select: { terms: true } });
  const { countedAt, ...older } = JSON.parse(terms.terms) as Record<string, unknown>;
  expect(countedAt).toBe(closedAt?.toISOString());
  await test.database.transaction((tx) =>
    tx.prisma.ballot.update({ where: { id }, data: { terms: JSON.stringify(older) } }),
  );
  expect(await recordText(test, id)).toBe(text.replace(/\n *"countedAt": .*/, ''));
});

it('what nobody wrote down of an older ballot says so, and other ballots have no such record', async () => {
  const older = await openBallotOf(test, statutory);
  await test.database.transaction((tx) =>
    tx.prisma.ballot.update({ where: { id: older.id }, data: { terms: '{}' } }),
  );
  await vote(test, 'ann', older.id, pick(older, 0));
  await closeNow(test);
  const lines = await recordOn(older.id);
  expect(lines.filter((line) => !line.startsWith('投票时间'))).toEqual([
    ...['会议类型: 未记录', '召集人: 未记录', '地点: 未记录'],
    ...['应到: 5 · 按有账号的选民计算，没有使用选民名册', '实到: 1 / 5 票 · 20%'],
    expect.stringMatching(/^计票和公布时间: \d/) as string,
  ]);
  expect(await recordOn((await openBallotOf(test)).id)).toEqual([]);
});

it('what is left empty is refused at its field, with what was typed; what is given is entered', async () => {
  const { id } = await openBallotOf(test, statutory);
  const typed = { meetingKind: 'owners', convener: ' ', meetingPlace: '小区门口' };
  const refused = await complete('moderator', id, typed);
  expect(refused).toMatchObject({ status: 400, form: { values: { meetingPlace: '小区门口' } } });
  expect(Object.keys(refused.form?.errors ?? {})).toEqual(['convener']);
  expect((await complete('moderator', id, { ...typed, convener: '业主委员会' })).status).toBe(302);
  expect((await recordOn(id)).slice(0, 2)).toEqual(['会议类型: 业主大会会议', '召集人: 业主委员会']);
  expect((await complete('ann', id, { ...typed, convener: '业主委员会' })).status).toBe(403);
  await closeNow(test);
  const late = await complete('moderator', id, { ...typed, convener: '别人' });
  expect([late.status, Object.values(late.form?.errors ?? {}).flat()]).toEqual([403, ['投票已经结束。']]);
});
