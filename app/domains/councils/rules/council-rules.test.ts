import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everySet, seatsBroken } from '../../../../tests/vectors/every-panel';
import type { Council } from './council';
import { drawInvited, numberOf, tokenOf } from './invitation/invitation-lot';
import { ballsFor, lineOfBalls } from './lottery/draw-balls';
import { listText } from './lottery/draw-line';
import { readList } from './lottery/read-list';
import { changedQuotas, parseQuotas, quotaLines } from './parse-quotas';
import { chanceGroups } from './publishing/chance-groups';
import { commitmentTo } from './publishing/commitment';
import { countPublic, smallestGroup } from './publishing/count-public';
import { poolFile, quotasFile } from './publishing/council-files';
import { readPool } from './files/read-pool';
import { readQuotas } from './files/read-quotas';
import { replacementCouncil } from './replacement/replacement-council';
import { sha256 } from '~/lib/sha256';

const people = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 });

describe('the invitation', () => {
  it('draws as many as there are, whatever the order in which they come, and others by another seed or secret', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 40 }), (ids, count) => {
        const terms = { secret: 's', seed: 'x', count };
        const { invited, rollSha256 } = drawInvited(ids, terms);
        expect(new Set(invited).size).toBe(Math.min(count, ids.length));
        expect(drawInvited([...ids].reverse(), terms)).toEqual({ invited, rollSha256 });
      }),
    );
    const ids = Array.from({ length: 200 }, (_, at) => `p${at}`);
    const drawn = (secret: string, seed: string) => drawInvited(ids, { secret, seed, count: 20 }).invited;
    expect(drawn('a', 'x')).not.toEqual(drawn('a', 'y'));
    expect(drawn('a', 'x')).not.toEqual(drawn('b', 'x'));
  });

  it('is as docs/draws.md says: the smallest SHA-256(seed + LF + token)', () => {
    const ids = ['ann', 'bob', 'cid'];
    const rank = (id: string) => sha256(`seed\n${tokenOf('secret', id)}`);
    const first = [...ids].sort((one, other) => (rank(one) < rank(other) ? -1 : 1))[0];
    expect(drawInvited(ids, { secret: 'secret', seed: 'seed', count: 1 }).invited).toEqual([first]);
  });

  it('gives each about the same chance over many seeds', () => {
    const ids = Array.from({ length: 10 }, (_, at) => `p${at}`);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed += 1)
      for (const id of drawInvited(ids, { secret: 's', seed: String(seed), count: 3 }).invited)
        times.set(id, (times.get(id) ?? 0) + 1);
    // Expected 600 each; the standard deviation is 20.
    for (const id of ids) expect(Math.abs((times.get(id) ?? 0) - 600)).toBeLessThan(120);
  });

  it('numbers people by letters that lead to nobody without the secret', () => {
    expect(numberOf('a', 'ann')).toMatch(/^[b-df-hj-np-tv-z]{10}$/);
    expect(numberOf('a', 'ann')).not.toBe(numberOf('b', 'ann'));
  });
});

describe('typed quotas', () => {
  const good = '性别 | 女 | 1 | 2\n性别｜男｜1｜2\n\n年龄 | 18-35 | 0 | 3\n年龄 | 36以上 | 0 | 3';

  it('are read by line, with either bar, and written back', () => {
    const quotas = parseQuotas(good, 3);
    expect(quotas).toHaveLength(4);
    if (!Array.isArray(quotas)) throw new Error();
    expect(parseQuotas(quotaLines(quotas), 3)).toEqual(quotas);
    expect(quotas[1]).toEqual({ feature: '性别', value: '男', min: 1, max: 2 });
  });

  it.each([
    ['性别 | 女 | 1', { line: 1, fault: 'form' }],
    ['性别 | 女 | 1 | x', { line: 1, fault: 'form' }],
    [`${good}\n性别 | 女 | 1 | 2`, { line: 6, fault: 'twice' }],
    ['性别 | 女 | 2 | 1', { line: 1, fault: 'bounds' }],
    ['=1+1 | 女 | 1 | 2', { line: 1, fault: 'word' }],
    ['性别 | 女,男 | 1 | 2', { line: 1, fault: 'word' }],
    ['household | 女 | 1 | 2', { line: 1, fault: 'reserved' }],
    ['性别 | 女 | 0 | 3', { line: 0, fault: 'one-value' }],
    ['性别 | 女 | 2 | 3\n性别 | 男 | 2 | 3', { line: 0, fault: 'never-fit' }],
    ['性别 | 女 | 0 | 1\n性别 | 男 | 0 | 1', { line: 0, fault: 'never-fit' }],
  ])('are refused at the line: %s', (text, fault) => {
    expect(parseQuotas(text, 3)).toMatchObject(fault);
  });

  it('tell what was and what is', () => {
    const before = parseQuotas(good, 3);
    const now = parseQuotas(good.replace('女 | 1 | 2', '女 | 0 | 2'), 3);
    if (!Array.isArray(before) || !Array.isArray(now)) throw new Error();
    expect(changedQuotas(before, now)).toEqual({ was: '性别 女 1–2', is: '性别 女 0–2' });
  });
});

const small: fc.Arbitrary<Council> = fc
  .record({
    seats: fc.integer({ min: 2, max: 4 }),
    values: fc.array(fc.tuple(fc.nat(1), fc.nat(2), fc.nat(5)), { minLength: 4, maxLength: 8 }),
    bounds: fc.array(fc.tuple(fc.nat(1), fc.nat(3)), { minLength: 5, maxLength: 5 }),
  })
  .map(({ seats, values, bounds }) => ({
    seats,
    features: ['a', 'b'],
    quotas: [0, 1, 0, 1, 2].map((value, at) => {
      const [min = 0, more = 0] = bounds[at] ?? [];
      return { feature: at < 2 ? 'a' : 'b', value: String(value), min, max: min + more };
    }),
    people: values.map(([a, b, home], at) => ({
      id: `p${at}`,
      values: [String(a), String(b)],
      household: home < 3 ? `h${home}` : null,
    })),
  }));

const panelsOf = (council: Council) =>
  everySet(council)
    .filter((set) => seatsBroken(council, set) === 0)
    .map((set) => set.map((at) => council.people[at]?.id ?? ''));

describe('replacement', () => {
  it('makes, with those who stay, exactly the panels of the whole that hold them', () => {
    fc.assert(
      fc.property(small, fc.nat(1000), fc.nat(3), (council, pick, leaving) => {
        const panels = panelsOf(council);
        const drawn = panels[pick % Math.max(1, panels.length)];
        if (!drawn) return;
        const gone = drawn.slice(0, 1 + (leaving % drawn.length));
        const members = drawn.filter((id) => !gone.includes(id));
        const rest = replacementCouncil(council, { members, gone });
        const made = panelsOf(rest.council).map((panel) => [...panel, ...members].sort().join());
        const wanted = panels
          .filter(
            (panel) => members.every((id) => panel.includes(id)) && !gone.some((id) => panel.includes(id)),
          )
          .map((panel) => [...panel].sort().join());
        expect(made.sort()).toEqual(wanted.sort());
        for (const id of rest.excluded)
          expect(panels.some((panel) => [...members, id].every((one) => panel.includes(one)))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves of the quotas what the members do not fill', () => {
    const council: Council = {
      seats: 3,
      features: ['a'],
      quotas: [
        { feature: 'a', value: 'x', min: 2, max: 3 },
        { feature: 'a', value: 'y', min: 0, max: 1 },
      ],
      people: ['x', 'x', 'x', 'y'].map((value, at) => ({ id: `p${at}`, values: [value], household: null })),
    };
    const { council: rest } = replacementCouncil(council, { members: ['p0', 'p3'], gone: ['p1'] });
    expect(rest).toMatchObject({
      seats: 1,
      quotas: [
        { value: 'x', min: 1, max: 2 },
        { value: 'y', min: 0, max: 0 },
      ],
      people: [{ id: 'p2' }],
    });
  });
});

describe('what is published', () => {
  it('tells no number of people below five, and no feature in part', () => {
    fc.assert(
      fc.property(small, (council) => {
        for (const { counts } of countPublic(council))
          for (const one of counts ?? []) expect(one.people).toBeGreaterThanOrEqual(smallestGroup);
      }),
    );
  });

  it('puts everyone in one group of chances', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        const groups = chanceGroups(chances);
        expect(groups.reduce((sum, { people: count }) => sum + count, 0)).toBe(chances.length);
      }),
    );
    expect(chanceGroups([0, 0.05, 1])).toEqual([
      { from: 0, to: 0, people: 1 },
      { from: 2, to: 5, people: 1 },
      { from: 100, to: 100, people: 1 },
    ]);
  });

  it('binds to what was stated: another value or salt gives another commitment', () => {
    const person = { id: 'n', values: ['女', '18-35'], household: null };
    expect(commitmentTo(person, 's')).toBe(sha256('s\nn\n女\n18-35\n'));
    expect(commitmentTo({ ...person, values: ['男', '18-35'] }, 's')).not.toBe(commitmentTo(person, 's'));
  });

  it('is read back by the readers of the command line', () => {
    fc.assert(
      fc.property(small, (council) => {
        const quotas = readQuotas(Buffer.from(quotasFile(council.quotas)));
        expect(quotas).toMatchObject(council.quotas.map((quota) => ({ ...quota })));
        const pool = readPool(Buffer.from(poolFile(council)), { quotas, onePer: 'household' });
        expect(pool.people).toEqual(council.people);
      }),
    );
  });

  it('draws by balls where the list has as many lines as they have numbers', () => {
    expect([10, 1000, 10_000, 1, 500].map(ballsFor)).toEqual([1, 3, 4, null, null]);
    expect(lineOfBalls(1000, ' 0 4 2 ')).toBe(42);
    expect([lineOfBalls(1000, '42'), lineOfBalls(1000, '4x2'), lineOfBalls(500, '042')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('reads a list back, and says where a text is none', () => {
    const panels = [
      ['a', 'b'],
      ['b', 'c'],
    ];
    expect(readList(listText(panels))).toEqual(panels);
    for (const [text, line] of [
      ['', 1],
      ['a,b', 1],
      ['a,b\na\n', 2],
      ['b,a\n', 1],
      ['a,a\n', 1],
      ['a, b\n', 1],
    ] as const)
      expect(readList(text)).toMatchObject({ line });
  });
});
