import { afterEach, describe, expect, it, vi } from 'vitest';
import { answeredTicks, holdTicks, tickedAs, waitingTicks } from './kept-ticks';

const nine = new Date('2026-11-29T01:00:00Z');
const later = new Date('2026-11-29T01:05:00Z');
const came = { signUpId: 'a', what: 'in' as const };

describe('ticks on a device', () => {
  it('are taken back while they wait, and stay once they were sent', () => {
    const ticked = tickedAs([], came, nine);
    expect(ticked).toEqual([{ ...came, at: nine.toISOString(), answer: null }]);
    expect(tickedAs(ticked, came, later)).toEqual([]);
    const done = answeredTicks(ticked, ticked, [{ ...came, answer: 'done' }]);
    expect(tickedAs(done, came, later)).toEqual(done);
    expect(waitingTicks(done)).toEqual([]);
  });

  it('that were refused can be made anew', () => {
    const ticked = tickedAs([], came, nine);
    const refused = answeredTicks(ticked, ticked, [{ ...came, answer: 'refused', why: '班次已取消' }]);
    expect(refused[0]).toMatchObject({ answer: 'refused', why: '班次已取消' });
    expect(tickedAs(refused, came, later)).toEqual([{ ...came, at: later.toISOString(), answer: null }]);
  });

  it('that were made anew while an answer was on its way wait for their own', () => {
    const sent = tickedAs([], came, nine);
    const anew = tickedAs(tickedAs(sent, came, later), came, later);
    expect(answeredTicks(anew, sent, [{ ...came, answer: 'done' }])).toEqual(anew);
  });
});

describe('ticks held by the page', () => {
  afterEach(() => vi.unstubAllGlobals());

  const tick = (signUpId: string) => (ticks: Parameters<typeof tickedAs>[0]) =>
    tickedAs(ticks, { signUpId, what: 'in' }, nine);
  const ids = (ticks: readonly { signUpId: string }[]) => ticks.map(({ signUpId }) => signUpId);
  /** What the browser keeps, as far as `may` lets it. */
  function storage(may: { read: boolean; write: boolean }) {
    const kept = new Map<string, string>();
    const refused = () => {
      throw new Error('The operation is insecure.');
    };
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => (may.read ? (kept.get(key) ?? null) : refused()),
      setItem: (key: string, text: string) => (may.write ? kept.set(key, text) : refused()),
    });
    return kept;
  }

  it('all wait to be sent where the browser keeps nothing', () => {
    storage({ read: false, write: false });
    const held = holdTicks('shift');
    held.change(tick('a'));
    held.change(tick('b'));
    expect(ids(waitingTicks(held.read()))).toEqual(['a', 'b']);
    expect(held.isKept()).toBe(false);
    held.change((ticks) => answeredTicks(ticks, ticks, [{ signUpId: 'a', what: 'in', answer: 'done' }]));
    expect(ids(waitingTicks(held.read()))).toEqual(['b']);
  });

  it('stay where the browser stops keeping them, or forgets them', () => {
    const may = { read: true, write: true };
    const kept = storage(may);
    const held = holdTicks('shift');
    held.change(tick('a'));
    may.write = false;
    held.change(tick('b'));
    expect([ids(held.read()), held.isKept()]).toEqual([['a', 'b'], false]);
    may.write = true;
    held.change(tick('c'));
    kept.clear();
    expect([ids(held.read()), held.isKept()]).toEqual([['a', 'b', 'c'], true]);
  });

  it('are shared by the pages of a device, and come back with the page', () => {
    storage({ read: true, write: true });
    const [one, other] = [holdTicks('shift'), holdTicks('shift')];
    one.change(tick('a'));
    other.change(tick('b'));
    expect(ids(one.read())).toEqual(['a', 'b']);
    expect(ids(holdTicks('shift').read())).toEqual(['a', 'b']);
  });
});
