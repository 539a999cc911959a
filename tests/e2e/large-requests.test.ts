import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesOf, namedIn, readBuild } from './setup/addresses';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { cookieOf } from './setup/session';
import { standstill } from './setup/standstill';

let portal: Portal;
let addresses: string[];
let cookie: string;
beforeAll(async () => {
  portal = await startPortal({ SMTP_URL: '' }, { work: false });
  addresses = addressesOf(await readBuild())
    .filter(({ pattern, posted }) => posted && !['/sign-out', '/demo-sign-in'].includes(pattern))
    .map(({ pattern }) => namedIn(pattern, '01ARZ3NDEKTSV4RRFFQ69G5FAV'));
  cookie = await cookieOf(portal, 'moderator');
});
afterAll(() => portal.stop());

/** Fields of the portal's forms; what a form does not know is passed over. */
const names = [
  'title body words reason report text question options obligations costs description about',
  'name contact place comment answer bounds geometry days weights table voters quote',
].flatMap((line) => line.split(' '));

/** What costs more than its length where something is quadratic in it. */
const atoms = ['a', ' ', '\n', '[', '*a ', '> ', '1 | 2026-01-01 | '];

/** Two mebibytes of text, the most that a form may hold, in fields that forms read; each of another kind. */
const filledFrom = (first: number) => {
  const valueOf = (at: number) => atoms[(first + at) % atoms.length] ?? '';
  const filled = (atom: string) => atom.repeat(Math.floor(60_000 / atom.length));
  return new URLSearchParams(names.map((name, at) => [name, filled(valueOf(at))])).toString();
};

/** What is refused before anything is read of it, by what all addresses have in front of them. */
const refused: Record<string, string> = {
  'many names': Array.from({ length: 40_000 }, (_, at) => `f${at}=1`).join('&'),
  'one name many times': Array.from({ length: 100_000 }, () => 'attribute[a]=1').join('&'),
  'many ranks': Array.from({ length: 60_000 }, () => 'rank.x=1').join('&'),
};

const taken: Record<string, string> = {
  'as many fields as there may be': Array.from({ length: 499 }, (_, at) => `f${at}=${'x'.repeat(4000)}`).join(
    '&',
  ),
  'deep names': `${'a[b]'.repeat(40)}=1&`.repeat(400),
  ...Object.fromEntries(atoms.map((_, first) => [`texts from ${first}`, filledFrom(first)])),
};

async function post(at: string, body: string): Promise<number> {
  const headers = {
    Origin: portal.url,
    Cookie: cookie,
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  try {
    const response = await fetch(portal.url + at, { method: 'POST', redirect: 'manual', headers, body });
    await response.text();
    return response.status;
  } catch (error) {
    // What is refused unread may lose its connection while it is still being sent; then others are answered all the same.
    if (!(await fetch(`${portal.url}/healthz`)).ok) throw error;
    return 413;
  }
}

/** A long text as people write it: what honest forms may cost. */
const honest = new URLSearchParams({
  text: '我们小区北门到**公交站**这一段晚上没有路灯，老人走路不放心。\n\n'.repeat(600),
}).toString();

/** What is wrong where this is posted: others waited for longer than `most`, or it failed. */
async function faultsOf(at: string, shape: string, most: number): Promise<string[]> {
  let status = 0;
  const body = { ...refused, ...taken }[shape] ?? '';
  const waited = await standstill(async () => (status = await post(at, body)));
  const long = waited > most ? [`${at}, ${shape}: ${Math.round(waited)} ms`] : [];
  return status >= 500 ? [...long, `${at}, ${shape}: ${status}`] : long;
}

/**
 * What is posted where: each address gets each kind of field once, and texts of every kind in two orders that change
 * from address to address; the addresses where most is done with a text get all there are.
 */
function postings(): [at: string, shape: string][] {
  const texts = (at: number) => `texts from ${at % atoms.length}`;
  const busiest = ['/markdown-preview', '/proposals/new', '/feedback/new'];
  return [
    // As scripts post it, which answers what the action says; and once as a browser without scripts, which shows it.
    ...addresses.flatMap((one, at): [string, string][] => [
      ...['as many fields as there may be', 'deep names', texts(at), texts(at + 3)].map(
        (shape): [string, string] => [`${one}.data`, shape],
      ),
      [one, texts(at + 5)],
    ]),
    ...busiest.flatMap((one) =>
      Object.keys({ ...refused, ...taken }).map((shape): [string, string] => [one, shape]),
    ),
  ];
}

describe('the largest of what may be posted', () => {
  it('holds up nobody for longer than a long honest text, at any address', { timeout: 600_000 }, async () => {
    expect(addresses.length).toBeGreaterThan(50);
    await post('/markdown-preview', honest);
    const usual = await standstill(() => post('/markdown-preview', honest));
    // Four times it, or two seconds where that is little: what was mended here stood still for 15 s and more.
    const most = Math.max(2000, usual * 4);
    const faults: string[] = [];
    for (const [at, shape] of postings()) faults.push(...(await faultsOf(at, shape, most)));
    expect(faults).toEqual([]);
  });

  it('is refused as too much where it has more fields than any form', async () => {
    for (const [shape, body] of Object.entries(refused))
      expect(await post('/sign-in', body), shape).toBe(413);
  });

  it('in an address is refused, too', async () => {
    const query = Array.from({ length: 4000 }, (_, at) => `a${at}=1`).join('&');
    const response = await fetch(`${portal.url}/proposals?${query}`);
    expect([400, 413, 414, 431]).toContain(response.status);
  });
});
