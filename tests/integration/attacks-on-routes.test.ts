import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEveryState } from '../factories/every-state';
import { communityId, makePerson } from '../factories/proposals';
import { makeOffices } from '../factories/work-orders';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { contextOfPortal, signedInCookie } from '../setup/posting-people';
import { askRaw } from '../setup/raw-request';
import type { RawAnswer } from '../setup/raw-request';
import { addressesOf, postedAddressesOf, wholeBuild } from '../setup/whole-build';
import { subjects } from '~/domains/subjects';
import { isCalledByPrograms, pathOfSubject, paths } from '~/paths';

let portal: TestPortal;
let addresses: string[] = [];
let posted: string[] = [];
let officer = '';
let suspended = '';
/** A row of each kind, by where the addresses of its pages begin. */
const rows = new Map<string, { kind: string; id: string }>();

async function findRows(): Promise<void> {
  const { sql } = portal.services.database;
  const made = await sql.all<{ id: string }>(
    ['Proposal', 'Feedback', 'WorkOrder', 'Ballot', 'Opportunity', 'Agreement', 'Meeting', 'Council']
      .concat(['Conversation', 'Organisation', 'Comment', 'Statement'])
      .map((table) => `SELECT MIN("id") AS "id" FROM "${table}" WHERE "id" LIKE '%-0%'`)
      .join(' UNION ALL '),
  );
  for (const kind of subjects.flatMap(({ kinds }) => Object.keys(kinds))) {
    const row = made.find(({ id }) => id?.startsWith(`${kind.replace('work-order', 'order')}-`));
    const start = pathOfSubject(kind, 'ID').split('/')[1] ?? '';
    if (row && !rows.has(start)) rows.set(start, { kind, id: row.id });
  }
}

beforeAll(async () => {
  const build = await wholeBuild();
  addresses = addressesOf(build.routes);
  posted = postedAddressesOf(build.routes);
  portal = await testPortal(build, { RATE_LIMITS: 'false' });
  const test = contextOfPortal(portal);
  await makeOffices(test);
  await makePerson(test, 'officer', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'suspended', { role: 'moderator', areaId: '4210' });
  await makeEveryState(test, { places: [communityId], authors: ['asker'] });
  await findRows();
  officer = await signedInCookie(portal, 'officer');
  suspended = await signedInCookie(portal, 'suspended');
  // The session is left open, as if the one that ends it had been forgotten.
  const suspendedAt = portal.services.clock.now();
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'suspended' }, data: { suspendedAt } }),
  );
});
afterAll(() => portal.dispose());

/** The address with this in place of all that is named in it. */
const named = (pattern: string, id: string) => pattern.replace(/:\w+/g, () => id).replace('*', () => id);

/** The address of something that is there, where there is a row of its kind. */
function ofRow(pattern: string): string {
  const row = rows.get(pattern.split('/')[1] ?? '');
  return named(pattern.replace(':kind', row?.kind ?? 'proposal'), row?.id ?? 'none');
}

const elsewhere = 'https://evil.example';
/** What a page must not lead to: a link, a form or the next page on another site. */
const leadsAway = /(?:href|action|src)="(?:https?:)?\/\/evil\.example/;

/** What is wrong with an answer, whatever was asked. */
function faultsOf({ status, headers, body }: RawAnswer): string[] {
  const location = headers.location;
  const away = typeof location === 'string' && new URL(location, portal.url).origin !== portal.url;
  const typed =
    body === '' || /charset|image|json|pdf|csv|zip|octet|pem-file/.test(String(headers['content-type']));
  const checks: [string, boolean][] = [
    [`status ${status}`, status >= 500],
    ['an injected header', headers['x-injected'] !== undefined],
    [`leads to ${String(location)}`, away],
    ['links elsewhere', leadsAway.test(body)],
    [`a body of type ${String(headers['content-type'])}`, !typed],
    ['may be sniffed', headers['x-content-type-options'] !== 'nosniff'],
    ['no referrer policy', headers['referrer-policy'] !== 'same-origin'],
    ['no policy of contents', !String(headers['content-security-policy']).includes("object-src 'none'")],
    ['no word on being kept', headers['cache-control'] === undefined],
  ];
  return checks.flatMap(([words, wrong]) => (wrong ? [words] : []));
}

interface Asked {
  cookie?: string;
  origin?: string;
  form?: Record<string, string>;
}

/** Asks as a browser does, but with the address as it is written here; a form makes it a post. */
function ask(path: string, { cookie = '', origin = portal.url, form }: Asked = {}): Promise<RawAnswer> {
  const headers = [...['Origin', origin], ...(cookie === '' ? [] : ['Cookie', cookie])];
  if (form === undefined) return askRaw(portal.url, { path, headers });
  const body = new URLSearchParams(form).toString();
  const type = ['Content-Type', 'application/x-www-form-urlencoded'];
  return askRaw(portal.url, { method: 'POST', path, headers: [...headers, ...type], body });
}

/** All of them asked, with what is wrong with each. */
async function wrongOf(
  asked: readonly [string, Asked][],
  leads: (one: [string, Asked]) => void = () => undefined,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [path, how] of asked) {
    const answer = await ask(path, how);
    const faults = faultsOf(answer);
    if (answer.headers.location !== undefined) leads([path, how]);
    if (faults.length > 0)
      wrong.push(`${how.form ? 'POST' : 'GET'} ${path.slice(0, 80)}: ${faults.join(', ')}`);
  }
  return wrong;
}

/** Where a visitor may post, and why. */
const openToVisitors: Record<string, string> = {
  '/*': 'there is nothing, and it says so',
  '/account/passkey-options': 'a passkey signs in, so that it is asked for before',
  '/agreements/check': 'whoever holds a signed document may have it checked',
  '/api/v1/*': 'refuses whatever is posted',
  '/ballots/:id': 'a choice waits in a cookie until its voter has signed in',
  '/confirm/:token': 'goes by the token of a mailed link, and the password',
  '/demo-sign-in': 'is nowhere but in the demo',
  '/forgotten-password': 'mails a link to the address that is typed',
  '/hooks/:id': 'goes by the signature of another system',
  '/invitations/:token': 'goes by the token of a mailed link',
  '/open311/v2/*': 'goes by the key of another system',
  '/preferences': 'language and look are a cookie',
  '/register': 'makes the account',
  '/register/guardian/:token': 'goes by the token of a link that was mailed to a guardian',
  '/reset-password/:token': 'goes by the token of a mailed link',
  '/second-factor': 'goes by half a sign-in and what makes it whole',
  '/sign-in': 'goes by the password',
  '/sign-in/code': 'goes by a code that the counter gave',
  '/sign-in/phone': 'goes by a code that came to a phone',
  '/sign-out': 'ends a session that there may be',
  '/unsubscribe/:token': 'goes by the token of a mail',
};

const refusedAsVisitor = ({ status, headers }: RawAnswer) =>
  status === 401 ||
  status === 403 ||
  (status === 303 && String(headers.location).startsWith(`${paths.signIn}?next=`));

async function takenFrom(cookie: string): Promise<string[]> {
  const taken: string[] = [];
  for (const pattern of posted) {
    const answer = await ask(ofRow(pattern), { cookie, form: { intent: 'none' } });
    if (!refusedAsVisitor(answer)) taken.push(pattern);
  }
  return taken;
}

describe('every address that takes posts', () => {
  it('sends visitors to sign in, or says here why not', async () => {
    expect(posted.length).toBeGreaterThan(80);
    expect(await takenFrom('')).toEqual(Object.keys(openToVisitors));
  });

  it('takes a suspended person for a visitor, whatever office they held and session they kept', async () => {
    expect(await takenFrom(suspended)).toEqual(Object.keys(openToVisitors));
  });

  it('takes nothing from a page of another site, in either spelling, but what programs call', async () => {
    const open: string[] = [];
    for (const pattern of posted)
      for (const path of [ofRow(pattern), `${ofRow(pattern)}.data`]) {
        const asked = { cookie: officer, form: { intent: 'none' } };
        const { status } = await ask(path, { ...asked, origin: elsewhere });
        if (status !== 403) open.push(pattern);
      }
    expect(open.filter((pattern) => !isCalledByPrograms(pattern))).toEqual([]);
    expect([...new Set(open)]).toEqual(['/hooks/:id', '/open311/v2/*', '/unsubscribe/:token']);
  });
});

/** The names under which programs commonly say where to go on to, ours among them. */
const onward = ['next', 'returnTo', 'return', 'redirect', 'redirect_uri', 'back', 'to', 'url'];
const away = [
  `${elsewhere}/`,
  '//evil.example/x',
  '/\\evil.example',
  '/\t/evil.example',
  '/a\r\nX-Injected: y',
];
const onTo = (value = '') => Object.fromEntries(onward.map((name) => [name, value]));

const injected = '%0d%0aX-Injected:%20y%0d%0a';
const ids = ['..%2f..%2fetc%2fpasswd', `a%00b${injected}`, '%5c%5cevil.example'];
const query = [
  `q=${'a'.repeat(10_000)}`,
  'filter[a][b][c][]=1&area[]=1&area[]=2&state[__proto__][x]=1&constructor[prototype][y]=1&__proto__=1',
  `cursor=%00&from=%00${injected}&page=${injected}`,
  new URLSearchParams(onTo('//evil.example/x')).toString(),
].join('&');

/** The same, with another site in every name that may say where to go on to. */
const goesOn = (path: string, how: Asked, value: string): [string, Asked] =>
  how.form
    ? [path, { ...how, form: { ...how.form, ...onTo(value) } }]
    : [`${path.split('?')[0]}?${new URLSearchParams(onTo(value)).toString()}`, how];

/** Asks all, and once more for each other site those that led somewhere. */
async function wrongAndOnward(asked: readonly [string, Asked][]): Promise<string[]> {
  const leading: [string, Asked][] = [];
  const wrong = await wrongOf(asked, (one) => leading.push(one));
  const more = leading.flatMap(([path, how]) => away.map((value) => goesOn(path, how, value)));
  return [...wrong, ...(await wrongOf(more))];
}

describe('every address', () => {
  it.each(['visitor', 'officer'])(
    'withstands a long query, nested names, the character of zero and other sites to go on to, of %s',
    async (who) => {
      const cookie = who === 'officer' ? officer : '';
      const asked = addresses.map((at): [string, Asked] => [`${ofRow(at)}?${query}`, { cookie }]);
      expect(asked.length).toBeGreaterThan(150);
      expect(await wrongAndOnward(asked)).toEqual([]);
    },
  );

  it('withstands ids that are paths, headers or other sites', async () => {
    const asked = addresses
      .filter((pattern) => /[:*]/.test(pattern))
      .flatMap((pattern) => ids.map((id): [string, Asked] => [named(pattern, id), { cookie: officer }]));
    expect(asked.length).toBeGreaterThan(200);
    expect(await wrongOf(asked)).toEqual([]);
  });

  it('takes a name that every object has for no choice of its own', async () => {
    const choices =
      'of kind state when sort level queue number period category whose light scope format as area department'
        .concat(' year from to formula order template history step version cursor key list near stage')
        .split(' ');
    const asked = ['__proto__', 'toString', '9999-12'].flatMap((value) => {
      const query = new URLSearchParams(choices.map((name) => [name, value])).toString();
      return addresses.map((at): [string, Asked] => [`${ofRow(at)}?${query}`, { cookie: officer }]);
    });
    // How oEmbed says that it knows no such format.
    expect((await wrongOf(asked)).filter((one) => !/oembed.*501/.test(one))).toEqual([]);
  });

  it('that takes posts goes on to no other site', async () => {
    const form = { ...onTo('//evil.example/x'), locale: 'en', theme: 'dark', senior: 'on' };
    const asked = posted
      .filter((pattern) => pattern !== paths.signOut)
      .map((pattern): [string, Asked] => [ofRow(pattern), { cookie: officer, form }]);
    expect(await wrongAndOnward(asked)).toEqual([]);
  });

  it('knows no TRACE', async () => {
    for (const path of ['/', '/proposals']) {
      const headers = ['X-Secret', 'kqsecretkq'];
      const { status, body } = await askRaw(portal.url, { method: 'TRACE', path, headers });
      // Not as a fault: whoever looks after the portal would be told of one.
      expect(status).toBe(405);
      expect(body).not.toContain('kqsecretkq');
    }
  });
});
