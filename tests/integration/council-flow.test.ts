import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  candidatesOf,
  councilContext,
  councilForm,
  councilOf,
  day,
  drawFrom,
  drawLineOf,
  drawnCouncil,
  everyone,
  invitedCouncil,
  listForm,
  listedCouncil,
  makeCouncil,
  organiser,
  quotaText,
  statedBy,
  versionOf,
  volunteers,
} from '../factories/councils';
import { runJobs } from '../setup/jobs';
import type { TestContext } from '../setup/context';
import { decline, volunteer } from '~/domains/councils/seats/answer-invitation.server';
import { nameAuditor, readPoolFile } from '~/domains/councils/drawing/auditors.server';
import { changeBounds, changeCouncil } from '~/domains/councils/change-council.server';
import { acceptRelaxation, checkQuotas } from '~/domains/councils/drawing/check-quotas.server';
import { councilPage } from '~/domains/councils/council-page.query.server';
import { publishedList, publishedQuotas } from '~/domains/councils/drawing/draw-files.query.server';
import { drawPanel } from '~/domains/councils/drawing/draw.server';
import { cancelCouncil } from '~/domains/councils/end-council.server';
import { foundCouncil } from '~/domains/councils/found-council.server';
import { inviteByLot } from '~/domains/councils/seats/invite-by-lot.server';
import { organisePage } from '~/domains/councils/organise.query.server';
import { nameSource } from '~/domains/councils/drawing/name-source.server';
import { publishList } from '~/domains/councils/drawing/publish-list.server';
import { changeCouncilSchema, councilSchema, inviteSchema } from '~/domains/councils/schema';

let test: TestContext;
beforeAll(async () => {
  test = await councilContext();
}, 60_000);
afterAll(() => test.dispose());

const led = () => organiser(test);
const read = () => test.database.read;

describe('founding', () => {
  it('is for who moderates the area', async () => {
    const input = councilSchema.parse(councilForm(test));
    await expect(foundCouncil(await test.asPerson('elsewhere'), input)).rejects.toThrow('not-organiser');
    await expect(foundCouncil(await test.asPerson('stranger'), input)).rejects.toThrow('not-organiser');
    await expect(foundCouncil(test.as('visitor'), input)).rejects.toThrow('signed-out');
  });

  it.each([
    [{ quotas: '性别 | 女 | 1' }, 'quotas-form'],
    [{ seats: '2' }, 'quotas-never-fit'],
    [{ volunteersUntil: '2026-11-20' }, 'in-the-past'],
    [{ termUntil: '2026-11-25' }, 'term-too-early'],
    [{ termUntil: '2046-11-25' }, 'too-far'],
    [{ seats: '300', panels: '1000', quotas: '性别 | 女 | 0 | 300\n性别 | 男 | 0 | 300' }, 'list-too-long'],
  ])('refuses %j at the field', async (change, reason) => {
    await expect(makeCouncil(test, change)).rejects.toThrow(reason);
  });

  it('can be changed until somebody is asked; then only bounds, for everyone to see', async () => {
    const id = await makeCouncil(test);
    const change = changeCouncilSchema.parse(councilForm(test, { title: '另一个名称' }));
    await changeCouncil(await led(), id, change);
    expect((await councilOf(test, id)).title).toBe('另一个名称');
    await expect(changeCouncil(await led(), id, { ...change, revision: 'old' })).rejects.toThrow(
      'saved-meanwhile',
    );
    const asked = await invitedCouncil(test);
    await expect(changeCouncil(await led(), asked, change)).rejects.toThrow('not-listed');
    const bounds = async (quotas: string) =>
      changeBounds(await led(), asked, { version: await versionOf(test, asked), quotas });
    await expect(bounds(quotaText.replaceAll('性别', '别的'))).rejects.toThrow('only-bounds');
    await expect(bounds(quotaText)).rejects.toThrow('nothing-changed');
    await bounds(quotaText.replace('18-35 | 1', '18-35 | 0'));
    const [event] = await read().event.findMany({
      where: { type: 'council.quotas-changed', subjectId: asked },
    });
    expect(JSON.parse(event?.publicData ?? '')).toMatchObject({
      was: '年龄 18-35 1–2',
      is: '年龄 18-35 0–2',
    });
  });
});

describe('the invitation', () => {
  it('draws by lot from verified residents, nobody twice, and tells them by inbox and mail', async () => {
    const id = await invitedCouncil(test, {}, 5);
    const first = await candidatesOf(test, id);
    expect(first).toHaveLength(5);
    await runJobs(test);
    const told = await read().notification.findMany({
      where: { type: 'council.invited', personId: { in: first.flatMap(({ personId }) => personId ?? []) } },
    });
    expect(told.filter(({ data }) => data.includes(id))).toHaveLength(5);
    const input = inviteSchema.parse({ version: await versionOf(test, id), count: 100, seed: '另一个种子' });
    await inviteByLot(await led(), id, input);
    const all = await candidatesOf(test, id);
    expect(new Set(all.map(({ personId }) => personId)).size).toBe(14);
    expect(all.map(({ personId }) => personId)).not.toContain('stranger');
    const again = { ...input, version: await versionOf(test, id) };
    await expect(inviteByLot(await led(), id, again)).rejects.toThrow('nobody-to-invite');
    const page = await councilPage(test.as('visitor'), id);
    expect(page.rounds).toMatchObject([
      { residents: 14, invited: 5 },
      { residents: 9, invited: 9 },
    ]);
  });

  it('is answered by those invited alone, with a value for each feature, until the day', async () => {
    const id = await invitedCouncil(test);
    await expect(volunteer(await test.asPerson('stranger'), id, statedBy(0))).rejects.toThrow('not-invited');
    const own = await test.asPerson('r00');
    await expect(volunteer(own, id, { 'feature-0': '女' })).rejects.toThrow('value-missing');
    await expect(volunteer(own, id, { ...statedBy(0), 'feature-0': '猫' })).rejects.toThrow('value-missing');
    await volunteer(own, id, statedBy(0));
    const [row] = await candidatesOf(test, id, 'volunteered');
    expect(row?.sealedFeatures).not.toContain('女');
    expect((await councilPage(own, id)).own).toMatchObject({ values: ['女', '18-35'], committed: null });
    await decline(own, id);
    expect((await candidatesOf(test, id, 'declined')).map(({ sealedFeatures }) => sealedFeatures)).toEqual([
      null,
    ]);
    test.clock.advance(8 * day);
    await expect(volunteer(own, id, statedBy(0))).rejects.toThrow('day-is-over');
  });
});

describe('quotas against those who volunteered', () => {
  it('are explained where no panel meets them, and relaxed with who could never be drawn in sight', async () => {
    const id = await invitedCouncil(test);
    const version = () => versionOf(test, id);
    await expect(checkQuotas(await led(), id, { version: await version() })).rejects.toThrow(
      'nobody-volunteered',
    );
    // Women alone.
    await volunteers(test, id, [0, 2, 4, 6, 8]);
    await checkQuotas(await led(), id, { version: await version() });
    const { check } = await organisePage(await led(), id);
    expect(check?.answer).toMatchObject({ feasible: false, why: 'quotas-conflict' });
    if (check?.answer.feasible !== false) throw new Error();
    expect(check.answer.relaxations[0]?.changes).toEqual([
      { feature: '性别', value: '女', bound: 'max', quota: 2, change: 2 },
      { feature: '性别', value: '男', bound: 'min', quota: 2, change: -2 },
    ]);
    expect(check.answer.relaxations[0]?.never).toMatchObject({ groups: [] });
    const old = await version();
    await acceptRelaxation(await led(), id, { version: old, choice: 0 });
    await expect(acceptRelaxation(await led(), id, { version: old, choice: 0 })).rejects.toThrow(
      'changed-meanwhile',
    );
    await expect(acceptRelaxation(await led(), id, { version: await version(), choice: 0 })).rejects.toThrow(
      'check-is-old',
    );
    await checkQuotas(await led(), id, { version: await version() });
    expect((await organisePage(await led(), id)).check?.answer).toMatchObject({ feasible: true });
  });

  it('are looked at with other bounds before these hold: who could then never be drawn', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, everyone);
    const before = await councilOf(test, id);
    const men = '性别 | 女 | 0 | 0\n性别 | 男 | 4 | 4\n年龄 | 18-35 | 0 | 4\n年龄 | 36以上 | 0 | 4';
    const look = async (tried: string) =>
      checkQuotas(await led(), id, { version: await versionOf(test, id), tried });
    await expect(look('性别 | 女 | 0 | 0\n性别 | 男 | 4 | 4')).rejects.toMatchObject({ field: 'quotas' });
    await look(men);
    const { check } = await organisePage(await led(), id);
    // Of seven women fewer than five state the same, so that nothing but their number is told.
    expect(check).toMatchObject({ tried: men, answer: { feasible: true, never: { groups: [], rest: 7 } } });
    expect((await councilOf(test, id)).quotas).toBe(before.quotas);
    const tooMany = '性别 | 女 | 4 | 4\n性别 | 男 | 0 | 0\n年龄 | 18-35 | 4 | 4\n年龄 | 36以上 | 0 | 0';
    await look(tooMany);
    expect((await organisePage(await led(), id)).check?.answer.feasible).toBe(false);
    const version = await versionOf(test, id);
    await expect(acceptRelaxation(await led(), id, { version, choice: 0 })).rejects.toThrow('check-is-old');
  });

  it('say that fewer people than seats are helped by no change', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, [0, 1]);
    test.clock.advance(8 * day);
    await expect(publishList(await led(), id, await listForm(test, id))).rejects.toThrow('no-panel');
    expect((await organisePage(await led(), id)).check?.answer).toMatchObject({ why: 'too-few-people' });
  });

  it('are no matter of anyone else', async () => {
    const id = await invitedCouncil(test);
    await expect(organisePage(await test.asPerson('r00'), id)).rejects.toThrow('not-organiser');
    await expect(checkQuotas(await test.asPerson('elsewhere'), id, { version: 2 })).rejects.toThrow(
      'not-organiser',
    );
  });
});

describe('the draw', () => {
  it('is of a list that was published before its seed could be known', async () => {
    const early = await invitedCouncil(test);
    await volunteers(test, early, everyone);
    await expect(publishList(await led(), early, await listForm(test, early))).rejects.toThrow('day-to-come');
    const id = await listedCouncil(test);
    const seed = async (text = '5 8 3') =>
      drawPanel(await led(), id, { version: await versionOf(test, id), seed: text });
    await expect(seed()).rejects.toThrow('event-to-come');
    test.clock.advance(2 * day);
    await expect(cancelCouncil(await led(), id, '不喜欢这个结果')).rejects.toThrow('seed-is-known');
    await seed();
    await expect(seed('1 2 3')).rejects.toThrow('no-list');
    expect(await candidatesOf(test, id, 'drawn')).toHaveLength(4);
  });

  it('is repeated by the command line from the published list, and the list from the auditors’ pool', async () => {
    const id = await drawnCouncil(test);
    const ctx = test.as('visitor');
    const { draws } = await councilPage(ctx, id);
    const [draw] = draws;
    const list = await publishedList(ctx, { councilId: id, draw: '1' });
    const quotas = await publishedQuotas(ctx, { councilId: id, draw: '1' });
    await nameAuditor(await led(), id, { email: 'auditor@example.org' });
    await expect(readPoolFile(await led(), id, 1)).rejects.toThrow('auditor-organises');
    await expect(readPoolFile(await test.asPerson('r01'), id, 1)).rejects.toThrow('not-auditor');
    const pool = await readPoolFile(await test.asPerson('auditor'), id, 1);
    const files: Record<string, string> = { 'list.txt': list, 'quotas.csv': quotas, 'pool.csv': pool };
    const run = (args: string[]) => drawFrom(files, args);
    const repeated = await run(['--list', 'list.txt', '--seed', '5 8 3']);
    expect(repeated.list.sha256).toBe(draw?.listSha256);
    expect(repeated.drawn).toMatchObject({ index: draw?.line, panel: draw?.panel });
    const made = await run([
      ...['pool.csv', '--quotas', 'quotas.csv', '--seats', '4', '--panels', '100'],
      ...['--one-per', 'household', '--seed', '5 8 3'],
    ]);
    expect(made.list.sha256).toBe(draw?.listSha256);
    expect(pool).not.toMatch(/r\d\d|home-|shared/);
    const drawn = await candidatesOf(test, id, 'drawn');
    expect(drawn.map(({ number }) => number).sort()).toEqual([...(draw?.panel ?? [])].sort());
  });

  it('shows the public no feature of anyone, and each the own chance', async () => {
    const id = await drawnCouncil(test);
    const shown = JSON.stringify(await councilPage(test.as('visitor'), id));
    for (const { number, sealedFeatures } of await candidatesOf(test, id)) {
      expect(shown.includes(sealedFeatures ?? 'none')).toBe(false);
      const own = (await candidatesOf(test, id)).find((one) => one.number === number);
      const page = await councilPage(await test.asPerson(own?.personId ?? ''), id);
      expect(page.own).toMatchObject({ number, chance: own?.chance });
    }
    const chances = (await candidatesOf(test, id)).map(({ chance }) => chance ?? 0);
    expect(chances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(4, 6);
  });

  it('can be by balls, and from another event with the reason', async () => {
    const id = await listedCouncil(test, { list: { way: 'balls' } });
    const version = () => versionOf(test, id);
    const source = '市民中心现场摇号，两个十球摇号机';
    const dueAt = new Date(test.clock.now().getTime() + 3 * day);
    await nameSource(await led(), id, { version: await version(), source, dueAt, reason: '开奖取消' });
    test.clock.advance(4 * day);
    const draw = async (seed: string) => drawPanel(await led(), id, { version: await version(), seed });
    await expect(draw('7')).rejects.toThrow('not-balls');
    await draw('4 2');
    expect((await councilPage(test.as('visitor'), id)).draws[0]).toMatchObject({ line: 42, hash: null });
  });

  it('passes over who withdrew after the list: their seat is vacant', async () => {
    const id = await listedCouncil(test);
    const page = await councilPage(test.as('visitor'), id);
    expect(page.draws).toHaveLength(1);
    for (const { personId } of await candidatesOf(test, id, 'volunteered'))
      await decline(await test.asPerson(personId ?? ''), id);
    await drawLineOf(test, id);
    expect(await candidatesOf(test, id, 'drawn')).toEqual([]);
    expect((await organisePage(await led(), id)).vacant).toBe(4);
    await expect(publishList(await led(), id, await listForm(test, id))).rejects.toThrow(
      'nobody-volunteered',
    );
  });
});
