import { describe, expect, it, vi } from 'vitest';
import { leadsTo, listenForPushes, shownOf } from './push';
import type { PushScope } from './push';

const portal = 'gongzhi.example';

describe('what is shown of a push', () => {
  it('is what the portal sent, under the name of its thing', () => {
    const text = JSON.stringify({ title: '诉求与办理', body: '新进展', path: '/feedback/1', tag: 'abc' });
    expect(shownOf(text, portal)).toEqual({
      title: '诉求与办理',
      options: { body: '新进展', tag: 'abc', data: { path: '/feedback/1' } },
    });
  });

  it.each(['', 'no json', '[]', 'null', '7', '{"title":7,"path":"https://elsewhere.example/"}'])(
    'of %j is a message of the portal that leads to the inbox',
    (text) =>
      expect(shownOf(text, portal)).toEqual({
        title: portal,
        options: { body: '', tag: 'inbox', data: { path: '/inbox' } },
      }),
  );

  it.each([
    '//elsewhere.example/',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    'https://elsewhere.example/',
    7,
  ])('leads to no other site by %s', (path) => {
    expect(leadsTo({ path }, `https://${portal}`)).toBe(`https://${portal}/inbox`);
    expect(leadsTo(null, `https://${portal}`)).toBe(`https://${portal}/inbox`);
  });
});

describe('the worker', () => {
  type Listener = (event: unknown) => void;
  function soft(urls: string[]) {
    const listeners = new Map<string, Listener>();
    const pages = urls.map((url) => ({ url, focus: vi.fn(() => Promise.resolve()) }));
    const shown: unknown[][] = [];
    const openWindow = vi.fn(() => Promise.resolve());
    const scope = {
      addEventListener: (name: string, listen: Listener) => listeners.set(name, listen),
      location: { host: portal, origin: `https://${portal}` },
      clients: { matchAll: () => Promise.resolve(pages), openWindow },
      registration: { showNotification: (...what: unknown[]) => Promise.resolve(void shown.push(what)) },
    };
    listenForPushes(scope as unknown as PushScope);
    const fire = async (name: string, event: object) => {
      const work: Promise<unknown>[] = [];
      listeners.get(name)?.({ ...event, waitUntil: (one: Promise<unknown>) => work.push(one) });
      await Promise.all(work);
    };
    return { fire, pages, shown, openWindow };
  }

  it('shows each push, also one without words', async () => {
    const { fire, shown } = soft([]);
    await fire('push', { data: { text: () => '{"title":"A","body":"B","path":"/x","tag":"t"}' } });
    await fire('push', { data: null });
    expect(shown.map(([title]) => title)).toEqual(['A', portal]);
  });

  it('leads a click to the page where it is open, else opens it', async () => {
    const close = vi.fn();
    const { fire, pages, openWindow } = soft([`https://${portal}/x`, `https://${portal}/feedback/new`]);
    await fire('notificationclick', { notification: { close, data: { path: '/x' } } });
    expect(pages.map(({ focus }) => focus.mock.calls.length)).toEqual([1, 0]);
    await fire('notificationclick', { notification: { close, data: { path: '/y' } } });
    expect(openWindow).toHaveBeenCalledWith(`https://${portal}/y`);
    expect(close).toHaveBeenCalledTimes(2);
  });
});
