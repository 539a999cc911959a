import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Attempts } from './attempts.server';
import { cleanAddress } from './network-address';
import { remixBuild } from '../../../tests/setup/remix-build';
import { askRaw } from '../../../tests/setup/raw-request';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { personWithSession } from '../../../tests/setup/session-cookie';
import { hashPassword } from '~/domains/identity/proving/passwords.server';
import { action as forgotten } from '~/routes/forgotten-password';
import { action as register } from '~/routes/register';
import { action as signIn } from '~/routes/sign-in';

const build = remixBuild(
  [
    { path: 'sign-in', page: true, action: signIn },
    { path: 'register', page: true, action: register },
    { path: 'forgotten-password', page: true, action: forgotten },
    { path: 'post', page: false, action: () => new Response('posted') },
  ],
  () => new Response('page', { headers: { 'Content-Type': 'text/html' } }),
);

let portal: TestPortal;
beforeEach(async () => {
  portal = await testPortal(build, { TRUST_PROXY: '1' });
});
afterEach(() => portal.dispose());

let cookies = 0;
/** Posts as somebody from the given network with an invented session. */
async function post(path: string, fields: Record<string, string>, network = '192.0.2.1') {
  cookies += 1;
  return askRaw(portal.url, {
    method: 'POST',
    path,
    body: new URLSearchParams(fields).toString(),
    headers: [
      ...['Content-Type', 'application/x-www-form-urlencoded', 'Origin', portal.url],
      ...[
        'X-Forwarded-For',
        network,
        'Cookie',
        `session=${btoa(JSON.stringify(`${'x'.repeat(40)}${cookies}`))}`,
      ],
    ],
  });
}

const wrong = (email: string) => ({ email, password: 'not the password' });

/** Each spelling of an address that ends in the same action. */
const spellings = (name: string) => [
  `/${name}`,
  `/${name.toUpperCase()}`,
  `/%${name.charCodeAt(0).toString(16)}${name.slice(1)}`,
  `/x/../${name}`,
  `//${name}`,
  `/${name}/`,
  `/${name}.data`,
  `/${name}?next=%2F`,
];

describe('guessing', () => {
  it('is slowed by where it comes from in every spelling of the address, with words that say when to go on', async () => {
    const ways = spellings('sign-in');
    for (let count = 0; count < 30; count += 1) {
      const answer = await post(ways[count % ways.length] ?? '', wrong(`p${count}@example.org`));
      expect(answer.status).toBe(400);
    }
    for (const way of ways)
      expect([way, (await post(way, wrong('new@example.org'))).status]).toEqual([way, 429]);
    expect((await post('/sign-in.data', wrong('new@example.org'))).body).toContain('请 10 分钟后再试');
    expect((await post('/sign-in?_data=sign-in', wrong('new@example.org'))).status).toBe(400);
    expect((await post('/sign-in', wrong('new@example.org'), '192.0.2.2')).status).toBe(400);
  });

  it('at one account is slowed here after ten, from everywhere after fifty, and does not lock its owner out', async () => {
    const [email, password] = ['owner@example.org', 'the right password'];
    const { database, clock } = portal.services;
    const now = clock.now();
    const passwordHash = await hashPassword(password);
    await database.transaction((tx) =>
      tx.prisma.person.create({
        data: { id: 'owner', email, displayName: 'x', passwordHash, emailConfirmedAt: now, createdAt: now },
      }),
    );
    expect((await post('/sign-in', { email, password }, '198.51.100.1')).status).toBe(302);
    for (let network = 1; network <= 5; network += 1) {
      const from = `203.0.113.${network}`;
      for (let count = 0; count < 10; count += 1)
        expect((await post('/sign-in', wrong(count % 2 ? email : email.toUpperCase()), from)).status).toBe(
          400,
        );
      expect((await post('/sign-in', wrong(email), from)).status).toBe(429);
    }
    expect((await post('/sign-in', { email, password }, '203.0.113.99')).status).toBe(429);
    expect((await post('/sign-in', { email, password }, '198.51.100.1')).status).toBe(302);
    expect((await post('/sign-in', wrong('another@example.org'), '203.0.113.99')).status).toBe(400);
  }, 30_000);
});

describe('mails', () => {
  it('to one recipient are five an hour, whoever asks in whatever spelling', async () => {
    const ways = [...spellings('forgotten-password'), ...spellings('register')];
    const fields = { email: 'victim@example.org', displayName: '居民', password: 'long enough 1' };
    const answers: number[] = [];
    for (const [index, way] of ways.entries())
      answers.push((await post(way, fields, `192.0.2.${index}`)).status);
    expect(answers).toEqual(ways.map((_way, index) => (index < 5 ? 200 : 429)));
    expect((await post('/register', { ...fields, email: 'else@example.org' })).status).toBe(200);
  });
});

describe('posting', () => {
  it('under invented sessions counts for where it comes from, and who is signed in counts apart', async () => {
    const person = await personWithSession(portal.services, 'one');
    for (let count = 0; count < 120; count += 1) expect((await post('/post', {})).status).toBe(200);
    expect((await post('/post', {})).status).toBe(429);
    const signedIn = await portal.ask('/post', {
      method: 'POST',
      body: 'a=1',
      headers: {
        'X-Forwarded-For': '192.0.2.1',
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: `session=${person}`,
      },
    });
    expect(signedIn.status).toBe(200);
  });

  it('is counted by the address alone, however the proxy writes it', async () => {
    const written = ['198.51.100.7:4000', '198.51.100.7', '::ffff:198.51.100.7', '[::ffff:198.51.100.7]:81'];
    for (let count = 0; count < 120; count += 1)
      expect(
        (await post('/post', {}, written[count % 4]?.replace(/4000/, String(4000 + count)))).status,
      ).toBe(200);
    expect((await post('/post', {}, '198.51.100.7:9')).status).toBe(429);
  });
});

it('guessing the code of a thing remembers no place: those of accounts are not pushed out', async () => {
  const taken: string[] = [];
  const attempts = new Attempts((name) => ({
    take: (key) => {
      taken.push(`${name} ${key}`);
      return 0;
    },
    wait: () => 1,
    giveBack: () => undefined,
  }));
  await attempts.guessCode('192.0.2.1', 'check-in:shift:person', () => Promise.resolve());
  expect(taken.filter((one) => one.startsWith('known-places'))).toEqual([]);
  await attempts.guess('192.0.2.1', 'person', () => Promise.resolve());
  expect(taken.at(-1)).toBe('known-places person\n192.0.2.1');
});

it.each([
  ['192.0.2.1:8080', '192.0.2.1'],
  ['[2001:DB8::1]:443', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['unknown', null],
  ['', null],
  ['x'.repeat(5_000), null],
])('of the forwarded address %j the key is %j', (written, key) => expect(cleanAddress(written)).toBe(key));

describe('text messages', () => {
  const number = '8613812345678';
  const tooMany = { code: 'rate-limited', reason: 'identity.too-many-texts' };
  it('are one a minute to a number, whoever asks from wherever', async () => {
    const attempts = new Attempts();
    await attempts.text('192.0.2.1', { number });
    await expect(attempts.text('192.0.2.2', { number, personId: 'ann' })).rejects.toMatchObject(tooMany);
    await attempts.text('192.0.2.2', { number: '8613812345679', personId: 'ann' });
  });

  it('are ten a day for a person, and thirty an hour from a network', async () => {
    const attempts = new Attempts();
    const other = (at: number) => String(8_613_800_000_000 + at);
    for (let at = 0; at < 10; at += 1)
      await attempts.text('192.0.2.1', { number: other(at), personId: 'ann' });
    await expect(attempts.text('192.0.2.1', { number: other(10), personId: 'ann' })).rejects.toMatchObject(
      tooMany,
    );
    for (let at = 10; at < 30; at += 1) await attempts.text('192.0.2.1', { number: other(at) });
    await expect(attempts.text('192.0.2.1', { number: other(30) })).rejects.toMatchObject(tooMany);
    await attempts.text('192.0.2.9', { number: other(30) });
  });
});
