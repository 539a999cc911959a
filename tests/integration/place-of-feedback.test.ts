import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedbackInput, makeFeedback } from '../factories/feedback';
import { makeAreas, makePerson } from '../factories/proposals';
import { jsonOf, open311Portal } from '../contract/setup/open311-portal';
import type { Open311Portal } from '../contract/setup/open311-portal';
import { creatingPages } from '../setup/creating-pages';
import { contextOfPortal, postForm, signedInCookie } from '../setup/posting-people';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';

let portal: TestPortal;
let cookie: string;
beforeAll(async () => {
  portal = await testPortal(creatingPages, { RATE_LIMITS: 'false' });
  const test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'author');
  cookie = await signedInCookie(portal, 'author');
}, 60_000);
afterAll(() => portal.dispose());

let serial = 0;
/** Posts the form with another title each time: the same form is one act. */
async function send(path: string, form: Record<string, string>) {
  serial += 1;
  const title = `路口的窨井盖松动了第${serial}次`;
  const response = await postForm(portal, { cookie, path, form: { ...feedbackInput, title, ...form } });
  const created = await portal.services.database.read.feedback.findFirst({ where: { title } });
  const said = response.status === 400 ? ((await response.json()) as { form: Answer }).form : null;
  return { status: response.status, said, created };
}
interface Answer {
  values: Record<string, string>;
  errors: Record<string, string[]>;
}

describe('a place on the form for feedback', () => {
  it('is kept as a point, and may be left out', async () => {
    const { created } = await send('/feedback/new', { latitude: ' 30.3137 ', longitude: '112.2499' });
    expect(created).toMatchObject({ latitude: 30.3137, longitude: 112.2499 });
    expect((await send('/feedback/new', { latitude: '', longitude: '' })).created).toMatchObject({
      latitude: null,
      longitude: null,
    });
  });

  it('may be nought, which is a place too', async () => {
    const { created } = await send('/feedback/new', { latitude: '0', longitude: '0' });
    expect(created).toMatchObject({ latitude: 0, longitude: 0 });
  });

  it.each([
    [{ latitude: '30.3', longitude: '' }, ['longitude']],
    [{ latitude: '', longitude: '112.2' }, ['latitude']],
    [{ latitude: '90.1', longitude: '112' }, ['latitude']],
    [{ latitude: '30', longitude: '-180.5' }, ['longitude']],
    [{ latitude: 'north', longitude: '112' }, ['latitude']],
    [{ latitude: '1e999', longitude: '-Infinity' }, ['latitude', 'longitude']],
  ])('refuses %o at the field, and keeps what was typed', async (typed, fields) => {
    const { status, said, created } = await send('/feedback/new', typed);
    expect([status, created]).toEqual([400, null]);
    expect(Object.keys(said?.errors ?? {})).toEqual(fields);
    expect(said?.values).toMatchObject({ ...typed, body: feedbackInput.body });
    for (const words of Object.values(said?.errors ?? {})) expect(words.join()).toMatch(/[一-龥]/);
  });

  it('is asked of proposals in the same way', async () => {
    const half = { act: 'publish', draftId: '', latitude: '30.3', longitude: '' };
    const body = '请在路口装一盏路灯，晚上太暗了，老人和孩子走路都不安全。';
    const { said } = await send('/proposals/new', { ...half, body });
    expect(said?.errors.longitude).toEqual(['纬度和经度要一起填写，或都留空']);
  });
});

describe('Open311', () => {
  let open311: Open311Portal;
  beforeAll(async () => {
    open311 = await open311Portal();
  });
  afterAll(() => open311.dispose());

  it('gives the place of feedback that was marked on the form', async () => {
    const id = await makeFeedback(open311.test, 'resident', { latitude: 30.3137, longitude: 112.2499 });
    const secret = await makeFeedback(open311.test, 'resident', {
      ...{ latitude: 30.3, longitude: 112.2, isPublic: 'no' },
    });
    const [request] = await jsonOf<{ lat: number; long: number }[]>(await open311.get(`requests/${id}.json`));
    expect(request).toMatchObject({ lat: 30.3137, long: 112.2499 });
    expect((await open311.get(`requests/${secret}.json`)).status).toBe(404);
  });
});
