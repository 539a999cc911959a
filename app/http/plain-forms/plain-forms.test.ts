import { redirect, redirectDocument } from '@remix-run/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contextOf } from '../actor.server';
import { readForm, runAction } from '../forms/forms.server';
import { setCookies } from '../guards/cookies.server';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { remixBuild } from '../../../tests/setup/remix-build';
import { personWithSession } from '../../../tests/setup/session-cookie';
import { DomainError } from '~/domains/domain-error';

const acted = vi.fn();
const elsewhere = vi.fn(() => new Response(null, { status: 302, headers: { Location: '/thing/1' } }));

const build = remixBuild(
  [
    {
      path: 'thing/:id',
      page: true,
      action: async (args) => {
        const form = await readForm(args.request);
        const { actor } = contextOf(args);
        acted({ fields: [...form], id: args.params.id, actor: actor.kind === 'person' && actor.personId });
        if (form.get('do') === 'page') return { shown: true };
        if (form.get('do') === 'throw') throw redirect('/thrown');
        if (form.get('do') === 'document') return redirectDocument('/whole');
        if (form.get('do') === 'refuse')
          return runAction(args, () => Promise.reject(new DomainError('conflict')));
        if (form.get('do') === 'fail') throw new Error('Out of order');
        return redirect('/on', { headers: setCookies('one=1; Path=/', 'two=2; Path=/') });
      },
    },
    { path: 'thing/new', page: true, action: elsewhere },
    { path: 'file', page: false, action: () => new Response('bytes') },
  ],
  () => new Response('<!doctype html><p>The page</p>', { headers: { 'Content-Type': 'text/html' } }),
);

let portal: TestPortal;
let cookie: string;
beforeEach(async () => {
  vi.clearAllMocks();
  portal = await testPortal(build);
  cookie = `session=${await personWithSession(portal.services, 'person')}`;
});
afterEach(() => portal.dispose());

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const post = (path: string, body = 'a=1', headers: Record<string, string> = {}) =>
  portal.ask(path, { method: 'POST', body, headers: { ...form, Cookie: cookie, ...headers } });
/** The same by the ordinary way: an address with a query is not plain. */
const postAround = (path: string, body = 'a=1') => post(`${path}?around`, body);

/** Headers, but those that differ from answer to answer, and the nonce, which no answer without a page needs. */
function headersOf(answer: Response): [string, string][] {
  const passing = ['date', 'ratelimit-remaining', 'ratelimit-reset', 'content-length', 'transfer-encoding'];
  return [...answer.headers]
    .filter(([name]) => !passing.includes(name))
    .map(([name, value]): [string, string] => [name, value.replace(/ 'nonce-[^']+'/, '')])
    .sort(([one], [other]) => one.localeCompare(other));
}

describe('a form that leads on', () => {
  it('is answered with the same headers as by the ordinary way', async () => {
    const [short, ordinary] = [await post('/thing/7'), await postAround('/thing/7')];
    expect([short.status, ordinary.status]).toEqual([302, 302]);
    expect(headersOf(short)).toEqual(headersOf(ordinary));
    expect(short.headers.getSetCookie()).toEqual(['one=1; Path=/', 'two=2; Path=/']);
    expect(short.headers.get('content-security-policy')).not.toContain('nonce');
    expect(await short.text()).toBe('');
  });

  it('is handed on as it was typed, with who acts', async () => {
    await post('/thing/7?', 'a=%E5%A5%BD+1&a=2&b=%00x&c');
    await post('/thing/7', 'a=%E5%A5%BD+1&a=2&b=%00x&c', {
      'Content-Type': `${form['Content-Type']};charset=UTF-8`,
    });
    const told = {
      fields: [
        ['a', '好 1'],
        ['a', '2'],
        ['b', 'x'],
        ['c', ''],
      ],
      id: '7',
      actor: 'person',
    };
    expect(acted.mock.calls).toEqual([[told], [told]]);
  });

  it('goes where its address leads, also where another route is named in capitals', async () => {
    await post('/thing/NEW');
    expect(elsewhere).toHaveBeenCalledOnce();
    expect(acted).not.toHaveBeenCalled();
  });

  it('may be thrown', async () => {
    const answer = await post('/thing/7', 'do=throw');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/thrown']);
  });

  it('drops what is kept for who did it', async () => {
    const dropped = vi.spyOn(portal.services.pages, 'invalidate');
    await post('/thing/7');
    expect(dropped).toHaveBeenCalledWith(['person:person']);
  });
});

describe('a form that the scripts of a page send', () => {
  /** By the ordinary way it is written as it comes and pressed together, by the short one whole. */
  const ofData = (answer: Response) =>
    headersOf(answer).filter(([name]) => name !== 'content-encoding' && name !== 'etag');

  it.each(['do=lead', 'do=throw', 'do=document'])(
    'is told where %s leads as by the ordinary way',
    async (body) => {
      const [short, ordinary] = [await post('/thing/7.data', body), await postAround('/thing/7.data', body)];
      expect([short.status, ordinary.status]).toEqual([202, 202]);
      expect(ofData(short)).toEqual(ofData(ordinary));
      const text = await short.text();
      expect(text).toBe(await ordinary.text());
      expect(short.headers.get('content-length')).toBe(String(text.length));
      expect(acted).toHaveBeenCalledTimes(2);
    },
  );

  it.each([
    ['by a page', 'do=page'],
    ['by a refusal on its page', 'do=refuse'],
    ['by a fault', 'do=fail'],
  ])('is taken once and answered as by the ordinary way %s', async (_how, body) => {
    const told = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const short = await post('/thing/7.data', body);
    expect(acted).toHaveBeenCalledOnce();
    const ordinary = await postAround('/thing/7.data', body);
    expect(short.status).toBe(ordinary.status);
    expect(headersOf(short)).toEqual(headersOf(ordinary));
    expect(await short.text()).toBe(await ordinary.text());
    told.mockRestore();
  });
});

describe('a form that is answered otherwise', () => {
  it.each([
    ['by a page', 'do=page', 200],
    ['by a refusal on its page', 'do=refuse', 409],
    ['by a fault', 'do=fail', 500],
  ])('%s is taken once, and answered as by the ordinary way', async (_how, body, status) => {
    const told = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const short = await post('/thing/7', body);
    expect(acted).toHaveBeenCalledOnce();
    const ordinary = await postAround('/thing/7', body);
    expect([short.status, ordinary.status]).toEqual([status, status]);
    expect(headersOf(short)).toEqual(headersOf(ordinary));
    expect(await short.text()).toBe(await ordinary.text());
    told.mockRestore();
  });

  it('by what no page is made of', async () => {
    expect(await (await post('/file')).text()).toBe('bytes');
  });
});

describe('what guards every form', () => {
  it('holds for those that go the short way', async () => {
    expect((await post('/thing/7', 'a=1', { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/thing/7', 'a=1&'.repeat(600))).status).toBe(413);
    expect(acted).not.toHaveBeenCalled();
  });

  it('counts what one person posts, whichever way it goes', async () => {
    for (let count = 0; count < 60; count += 1) {
      expect((await post('/thing/7')).status).toBe(302);
      expect((await postAround('/thing/7')).status).toBe(302);
    }
    acted.mockClear();
    const [short, ordinary] = [await post('/thing/7'), await postAround('/thing/7')];
    expect([short.status, ordinary.status]).toEqual([429, 429]);
    expect(headersOf(short)).toEqual(headersOf(ordinary));
    expect(acted).not.toHaveBeenCalled();
  });

  it('counts a form once that goes on by the ordinary way', async () => {
    const left = async (body: string) =>
      Number((await post('/thing/7', body)).headers.get('ratelimit-remaining'));
    const before = await left('a=1');
    expect(await left('do=page')).toBe(before - 1);
    expect(await left('a=1')).toBe(before - 2);
  });

  it.each([
    ['whose session is none', () => 'session=none'],
    ['who sends two sessions', () => `${cookie}; session=other`],
  ])('leaves a visitor %s to the ordinary way, which asks the same', async (_who, sent) => {
    await post('/thing/7', 'a=1', { Cookie: sent() });
    const [call] = acted.mock.calls as [{ actor: unknown }][];
    await postAround('/thing/7');
    expect(acted).toHaveBeenCalledTimes(2);
    expect([false, 'person']).toContain(call?.[0].actor);
  });
});
