import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesOf, namedIn, readBuild } from './setup/addresses';
import type { Address } from './setup/addresses';
import { askRaw } from '../setup/raw-request';
import type { RawAnswer } from '../setup/raw-request';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { cookieOf } from './setup/session';

let portal: Portal;
let routes: Address[] = [];
beforeAll(async () => {
  portal = await startPortal({ SMTP_URL: '' });
  routes = addressesOf(await readBuild());
});
afterAll(() => portal.stop());

const ids = ['01ARZ3NDEKTSV4RRFFQ69G5FAV', "x'%20OR%201=1--", '%E0%A4%A', '..%2F..%2Fetc%2Fpasswd'];
const queries = [
  '',
  '?area=999999&state=nothing&category=x&sort=up&cursor=%00&page=-1&offset=1e9&kind=[]&q=%22%20NEAR(',
  `?cursor=${'9'.repeat(2000)}&q=${encodeURIComponent('灯'.repeat(300))}&area[]=1&area[]=2`,
];
const hostile = '<img src=x onerror=alert(1)>[a](javascript:alert(1))\u0000\u202e';
const names = [
  'intent act id title name displayName email password newPassword body words reason answer report text',
  'category kind areaId homeAreaId place latitude longitude isPublic decision closesAt opensAt startsAt endsAt',
  'capacity hours attended signUpId shiftId organisationId departmentId partyIds obligations creditCode level',
  'parentId commentId subjectKind subjectId following ground rating solved contentHash consent person next',
  'locale theme senior quorumPercent thresholdPercent maximumChoices minimumAge options deadlineAt version',
].flatMap((line) => line.split(' '));
/** Acts that forms of the site name, so that each is reached with the rest of the form broken. */
const intents =
  'vote comment edit remove endorse withdraw publish answer cancel sign decline freeze add report'.split(' ');

const formOf = (value: string, intent?: string) =>
  new URLSearchParams(names.map((name) => [name, name === 'intent' && intent ? intent : value])).toString();
const bodies = [
  '',
  formOf(hostile),
  // All of them together stay below what a form may hold, so that they are read.
  formOf('长'.repeat(200)),
  `${formOf('1')}&${formOf('2')}&__proto__=x&constructor=y`,
];
const acts = intents.map((intent) => formOf('-1', intent));

/** Signing out would end the walk. */
const passed = (at: string) => at === '/sign-out' || at === '/demo-sign-in';

/** Somebody who asks for this and that, one after the other, and notes what fails. */
function asker(cookie: string) {
  const faults: string[] = [];
  const ask = async (at: string, form?: string): Promise<string> => {
    const method = form === undefined ? 'GET' : 'POST';
    const headers = [
      ...['Origin', portal.url],
      ...(cookie === '' ? [] : ['Cookie', cookie]),
      ...(form === undefined ? [] : ['Content-Type', 'application/x-www-form-urlencoded']),
    ];
    // Uncompressed, and not by `fetch`: a tenth of the walk each, and the same for whatever is answered.
    const send = () => askRaw(portal.url, { method, path: at, headers, body: form });
    // What is refused unread may lose its connection while it is still being sent, and whoever is on it next.
    const answer: Omit<RawAnswer, 'bytes'> = await send()
      .catch(send)
      .catch(async (error: unknown) => {
        if ((form ?? '').length < 100_000 || !(await fetch(`${portal.url}/healthz`)).ok) throw error;
        return { status: 413, headers: {}, body: '' };
      });
    if (answer.status >= 500) faults.push(`${method} ${at}: ${answer.status}`);
    const html = String(answer.headers['content-type']).startsWith('text/html');
    if (html && answer.body.includes('<img src=x onerror')) faults.push(`${at} shows what was typed as HTML`);
    return `${answer.status} ${answer.body}`;
  };
  return { faults, ask, post: (at: string, form: string) => ask(at, form) };
}

const placed = (at: string) => (at.includes(':') ? ids.map((id) => namedIn(at, id)) : [at]);

/** Posts every act to a page as scripts do, and as a browser without them what is answered in another way: it is shown. */
async function postActs({ post }: ReturnType<typeof asker>, at: string): Promise<void> {
  const answers = new Set<string>();
  for (const body of acts) {
    const answer = await post(at === '/' ? '/_root.data' : `${at}.data`, body);
    if (!answers.has(answer)) await post(at, body);
    answers.add(answer);
  }
}

describe.each([null, 'resident5', 'moderator'])('hostile requests of %s', (person) => {
  it('find no page that fails', async () => {
    const { faults, ask } = asker(await cookieOf(portal, person));
    const asked = routes
      .flatMap(({ pattern }) => placed(pattern))
      .flatMap((at) => queries.map((query) => at + query));
    expect(asked.length).toBeGreaterThan(150);
    for (const at of asked) await ask(at);
    expect(faults).toEqual([]);
  });

  it('find no form that fails', async () => {
    const somebody = asker(await cookieOf(portal, person));
    for (const { pattern, page, posted } of routes.filter(({ pattern }) => !passed(pattern))) {
      for (const at of placed(pattern).slice(0, 2)) {
        // What takes no post says so to all of them alike.
        for (const body of posted ? bodies : bodies.slice(0, 2)) await somebody.post(at, body);
        if (posted && page) await postActs(somebody, at);
        else if (posted) for (const body of acts) await somebody.post(at, body);
      }
    }
    expect(somebody.faults).toEqual([]);
  });
});

describe('a form', () => {
  it('from another site, or from nowhere, changes nothing', async () => {
    const Cookie = await cookieOf(portal, 'resident5');
    const before = await portal.services.database.read.feedback.count();
    const asked: Record<string, string>[] = [{ Cookie, Origin: 'https://evil.example' }, { Cookie }];
    for (const headers of asked) {
      const body = new URLSearchParams({ title: '路灯坏了好几天', body: '晚上看不见路，请修。' });
      const response = await fetch(`${portal.url}/feedback/new`, { method: 'POST', headers, body });
      expect(response.status).toBe(403);
    }
    expect(await portal.services.database.read.feedback.count()).toBe(before);
  });

  it('that is too large, or is none, is refused with a page', async () => {
    const headers = { Origin: portal.url, Cookie: await cookieOf(portal, 'resident5') };
    const large = await fetch(`${portal.url}/feedback/new`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `body=${'x'.repeat(3_000_000)}`,
    });
    expect(large.status).toBe(413);
    const broken = await fetch(`${portal.url}/feedback/new`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=x' },
      body: 'no boundary here',
    });
    expect(broken.status).toBe(400);
    expect(await broken.text()).toContain('<html');
  });

  it('with a picture that is none, or is a disguised script, keeps what was typed', async () => {
    const Cookie = await cookieOf(portal, 'resident5');
    const form = new FormData();
    form.set('title', '楼道灯坏了很久没人修');
    form.set('body', '三单元的楼道灯坏了两个星期，晚上上下楼很危险，请尽快安排修理。');
    form.set('kind', 'help');
    form.set('category', 'facilities');
    form.set('areaId', '421002001001');
    form.set('isPublic', 'yes');
    form.set('pictures', new Blob(['<svg onload=alert(1)>'], { type: 'image/png' }), 'lamp.png');
    const before = await portal.services.database.read.feedback.count();
    const response = await fetch(`${portal.url}/feedback/new`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: portal.url, Cookie },
      body: form,
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('楼道灯坏了很久没人修');
    expect(await portal.services.database.read.feedback.count()).toBe(before);
  });
});
