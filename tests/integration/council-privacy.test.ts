import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  candidatesOf,
  councilContext,
  councilOf,
  drawFrom,
  drawLineOf,
  drawnCouncil,
  everyone,
  invitedCouncil,
  listForm,
  listedCouncil,
  organiser,
  seatEveryone,
  versionOf,
  volunteers,
} from '../factories/councils';
import type { TestContext } from '../setup/context';
import { decline } from '~/domains/councils/seats/answer-invitation.server';
import { checkQuotas } from '~/domains/councils/drawing/check-quotas.server';
import { nameAuditor, readNeverDrawn, readPoolFile } from '~/domains/councils/drawing/auditors.server';
import { councilPage } from '~/domains/councils/council-page.query.server';
import { publishedList, publishedQuotas } from '~/domains/councils/drawing/draw-files.query.server';
import { cancelCouncil, closeCouncil } from '~/domains/councils/end-council.server';
import { organisePage } from '~/domains/councils/organise.query.server';
import { publishList } from '~/domains/councils/drawing/publish-list.server';
import { drawLine } from '~/domains/councils/rules/lottery/draw-line';
import { acceptSeat, leaveSeat } from '~/domains/councils/seats/seats.server';
import { timelineOf } from '~/domains/ledger/index.server';
import { erasePerson } from '~/domains/own-data.server';
import { sha256 } from '~/lib/sha256';

let test: TestContext;
beforeAll(async () => {
  test = await councilContext();
}, 60_000);
afterAll(() => test.dispose());

const led = () => organiser(test);
const read = () => test.database.read;

describe('the record of a council', () => {
  it('keeps for good that somebody said yes or no or took a seat, and not who', async () => {
    const id = await drawnCouncil(test);
    await decline(await test.asPerson((await candidatesOf(test, id, 'volunteered'))[0]?.personId ?? ''), id);
    await seatEveryone(test, id);
    const events = await read().event.findMany({ where: { subjectId: id } });
    const types = new Set(events.map(({ type }) => type));
    for (const type of ['council.volunteered', 'council.declined', 'council.seat-accepted'])
      expect(types).toContain(type);
    expect(events.filter(({ actorPersonId }) => actorPersonId?.startsWith('r'))).toEqual([]);
  });
});

describe('who can never be drawn', () => {
  it('is seen by auditors with what was stated, on record; by whoever organises as groups and numbers', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, everyone);
    const { email } = await read().person.findUniqueOrThrow({ where: { id: 'auditor' } });
    await nameAuditor(await led(), id, { email });
    const seen = async (who: string) => readNeverDrawn(await test.asPerson(who), id);
    expect(await seen('auditor')).toBeNull();
    const tried = '性别 | 女 | 4 | 4\n性别 | 男 | 0 | 0\n年龄 | 18-35 | 0 | 4\n年龄 | 36以上 | 0 | 4';
    await checkQuotas(await led(), id, { version: await versionOf(test, id), tried });
    for (const who of ['moderator', 'stranger', 'r00'])
      await expect(seen(who)).rejects.toMatchObject({ code: 'forbidden' });
    const found = await seen('auditor');
    expect(found).toMatchObject({ tried, features: ['性别', '年龄'], answers: [{ changes: [] }] });
    expect(found?.answers[0]?.people.map(({ values }) => values[0])).toEqual(Array(7).fill('男'));
    expect(await read().event.count({ where: { subjectId: id, type: 'council.pool-read' } })).toBe(1);
    const desk = JSON.stringify((await organisePage(await led(), id)).check);
    for (const { id: number } of found?.answers[0]?.people ?? []) expect(desk).not.toContain(number);
  });
});

describe('while people are asked', () => {
  it('the page says to nobody how many answered, and how many sit once they are drawn', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, [0, 1]);
    for (const reader of [test.as('visitor'), await test.asPerson('r00'), await led()]) {
      const page = await councilPage(reader, id);
      expect([page.seats, 'counts' in page]).toEqual([null, false]);
    }
    const drawn = await drawnCouncil(test);
    expect((await councilPage(test.as('visitor'), drawn)).seats).toEqual({ drawn: 4, accepted: 0 });
  });
});

describe('a council that is over', () => {
  it('keeps neither its secret nor numbers beside persons, and forgets who had no seat to the end', async () => {
    const id = await drawnCouncil(test);
    const drawn = await candidatesOf(test, id, 'drawn');
    const [member, left] = drawn.map(({ personId }) => personId ?? '');
    await acceptSeat(await test.asPerson(member ?? ''), id, { showsName: true });
    await leaveSeat(await test.asPerson(left ?? ''), id);
    const list = await publishedList(test.as('visitor'), { councilId: id, draw: '1' });
    await closeCouncil(await led(), id);
    expect((await councilOf(test, id)).sealedSecret).toBeNull();
    expect(await candidatesOf(test, id)).toMatchObject([
      { personId: member, state: 'accepted', number: null, chance: null, sealedFeatures: null },
    ]);
    const page = await councilPage(test.as('visitor'), id);
    expect(page.members).toEqual([member]);
    // Anyone can still repeat the draw.
    const after = await publishedList(test.as('visitor'), { councilId: id, draw: '1' });
    expect(after).toBe(list);
    const { index } = drawLine({ listSha256: sha256(after), lines: 100 }, '5 8 3');
    expect(after.split('\n')[index]?.split(',')).toEqual(page.draws[0]?.panel);
    expect(new Set(page.draws[0]?.panel)).toEqual(new Set(drawn.map(({ number }) => number)));
  });

  it('that is cancelled keeps none of it, either', async () => {
    const id = await listedCouncil(test);
    await cancelCouncil(await led(), id, '经费没有落实');
    expect((await councilOf(test, id)).sealedSecret).toBeNull();
    expect(await candidatesOf(test, id)).toEqual([]);
  });

  it('is audited no more', async () => {
    const id = await drawnCouncil(test);
    await nameAuditor(await led(), id, { email: 'auditor@example.org' });
    const auditor = await test.asPerson('auditor');
    expect(await readPoolFile(auditor, id, 1)).toContain('女');
    await closeCouncil(await led(), id);
    await expect(readPoolFile(auditor, id, 1)).rejects.toThrow('over');
    expect((await councilPage(auditor, id)).audits).toBe(false);
  });
});

describe('two replacements in a row', () => {
  const isYoung = (personId: string | null) => Number(personId?.slice(1)) % 3 === 0;

  /**
   * Somebody of the first draw leaves, and the seat is drawn anew. One of those who are not young: the pool has but two
   * young men, and where the lot took both no panel is left once they are gone.
   */
  const replace = async (id: string, seed: string) => {
    const drawn = await candidatesOf(test, id, 'drawn');
    const one = drawn.find(({ drawnIn, personId }) => drawnIn === 1 && !isYoung(personId));
    await leaveSeat(await test.asPerson(one?.personId ?? ''), id);
    await publishList(await led(), id, await listForm(test, id));
    await drawLineOf(test, id, seed);
  };

  it('tell the public no counts and no quotas that differ by one person, and can be repeated all the same', async () => {
    const id = await drawnCouncil(test);
    await nameAuditor(await led(), id, { email: 'auditor@example.org' });
    await replace(id, '1 1 1');
    await replace(id, '2 2 2');
    const [visitor, auditor] = [test.as('visitor'), await test.asPerson('auditor')];
    const { draws } = await councilPage(visitor, id);
    expect(draws.map(({ summary }) => summary.counts.length)).toEqual([2, 0, 0]);
    const kept = await read().councilDraw.findMany({ where: { councilId: id }, orderBy: { number: 'asc' } });
    expect(kept.map(({ summary }) => summary.includes('女'))).toEqual([true, false, false]);
    expect(await publishedQuotas(visitor, { councilId: id, draw: '1' })).toContain('性别,女,2,2');
    for (const { number, listSha256, seed, panel, seats } of draws.slice(1)) {
      const asked = { councilId: id, draw: String(number) };
      await expect(publishedQuotas(visitor, asked)).rejects.toThrow('signed-out');
      await expect(publishedQuotas(await led(), asked)).rejects.toThrow('auditor-organises');
      const list = await publishedList(visitor, asked);
      const files = {
        'list.txt': list,
        'pool.csv': await readPoolFile(auditor, id, number),
        'quotas.csv': await publishedQuotas(auditor, asked),
      };
      const repeated = await drawFrom(files, ['--list', 'list.txt', '--seed', seed ?? '']);
      expect(repeated.drawn.panel).toEqual(panel);
      const made = await drawFrom(files, [
        ...['pool.csv', '--quotas', 'quotas.csv', '--seats', String(seats), '--panels', '100'],
        ...['--one-per', 'household'],
      ]);
      expect([made.list.sha256, repeated.list.sha256]).toEqual([listSha256, listSha256]);
    }
  });

  it('explain to the organiser by the bounds of the whole council, not by what members leave of them', async () => {
    const id = await drawnCouncil(test, { places: [0, 1, 2, 3, 5] });
    const woman = (await candidatesOf(test, id, 'drawn')).find(({ personId }) =>
      ['r00', 'r02'].includes(personId ?? ''),
    );
    await leaveSeat(await test.asPerson(woman?.personId ?? ''), id);
    await expect(publishList(await led(), id, await listForm(test, id))).rejects.toThrow('no-panel');
    const { check } = await organisePage(await led(), id);
    if (check?.answer.feasible !== false) throw new Error();
    const named = [
      ...check.answer.conflicts.flat(),
      ...check.answer.relaxations.flatMap(({ changes }) => changes),
    ];
    expect(named.length).toBeGreaterThan(0);
    for (const { feature, value, bound, quota } of named)
      expect([feature, value, bound, quota]).toEqual([feature, value, bound, bounds[`${value} ${bound}`]]);
  });
  const bounds: Record<string, number> = {
    ...{ '女 min': 2, '女 max': 2, '男 min': 2, '男 max': 2 },
    ...{ '18-35 min': 1, '18-35 max': 2, '36以上 min': 2, '36以上 max': 3 },
  };
});

describe('a seat that falls vacant', () => {
  const vacated = async (id: string) => {
    const { events } = await timelineOf(test.as('visitor'), [{ kind: 'council', id }]);
    return events.filter(({ type }) => type === 'council.seat-vacant').map(({ actorName }) => actorName);
  };

  it('names nobody who gives up a seat or closes the account, and the organiser who declares one vacant', async () => {
    const id = await drawnCouncil(test);
    const [first, second, third, fourth] = await candidatesOf(test, id, 'drawn');
    await acceptSeat(await test.asPerson(first?.personId ?? ''), id, { showsName: false });
    await leaveSeat(await test.asPerson(first?.personId ?? ''), id);
    // Named by the own row, as a form of the desk would.
    await leaveSeat(await test.asPerson(second?.personId ?? ''), id, second?.id);
    await erasePerson(await test.asPerson(third?.personId ?? ''), third?.personId ?? '');
    await leaveSeat(await led(), id, fourth?.id);
    expect(await vacated(id)).toEqual([null, null, null, 'moderator']);
  });
});
