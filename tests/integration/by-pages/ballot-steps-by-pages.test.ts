import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBallot, makeElectorate } from '../../factories/ballots';
import { makePerson } from '../../factories/proposals';
import type { TestContext } from '../../setup/context';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { actionRoute as page, remixBuild } from '../../setup/remix-build';
import { loadDraft } from '~/domains/ballots/drafting/draft-row.server';
import { ownBallotDrafts } from '~/domains/ballots/drafting/own-drafts.query.server';
import type { FormState } from '~/lib/form-state';
import * as edit from '~/routes/ballots+/$id_.edit';
import * as drafts from '~/routes/ballots+/drafts';
import * as preview from '~/routes/ballots+/drafts_.$id.preview';
import * as step from '~/routes/ballots+/drafts_.$id.$step';
import * as newBallot from '~/routes/ballots+/new';

let portal: TestPortal;
let test: TestContext;
const cookies: Record<string, string> = {};
const read = () => test.database.read;

beforeAll(async () => {
  const pages = [
    page('ballots/new', newBallot),
    page('ballots/drafts', drafts),
    page('ballots/drafts/:id/:step', step),
    page('ballots/drafts/:id/preview', preview),
    page('ballots/:id/edit', edit),
  ];
  portal = await testPortal(
    remixBuild(pages, () => new Response('')),
    { RATE_LIMITS: 'false' },
  );
  test = contextOfPortal(portal);
  await makeElectorate(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '4210' });
  for (const who of ['moderator', 'administrator', 'ann']) cookies[who] = await signedInCookie(portal, who);
}, 60_000);
afterAll(() => portal.dispose());

type Form = Record<string, string | string[]>;
const post = (who: string, path: string, form: Form) =>
  postForm(portal, { cookie: cookies[who] ?? '', path, form });
const leadsTo = async (answer: Promise<Response>) => (await answer).headers.get('Location') ?? '';
const formOf = async (answer: Response) => ((await answer.json()) as { form: FormState }).form;
const matter = { title: '口袋公园怎么建', question: '请大家来定。', areaId: '421002' };
let number = 0;
/** The same form would be the same draft. */
const begin = async () => {
  const form = { ...matter, title: `口袋公园怎么建（${(number += 1)}）` };
  return (await leadsTo(post('moderator', '/ballots/new', form))).replace(/\/kind$/, '');
};
const idIn = (draft: string) => draft.split('/').at(-1) ?? '';
const valuesOf = async (who: string, draft: string) =>
  (await loadDraft(await test.asPerson(who), idIn(draft))).values;

describe('the steps of a ballot by their pages', () => {
  it('keep nothing of a first step that is refused, and say what is wrong at its fields', async () => {
    const answer = await post('moderator', '/ballots/new', { ...matter, title: '园', go: 'next' });
    expect(answer.status).toBe(400);
    const form = await formOf(answer);
    expect(form.values).toMatchObject({ title: '园', question: matter.question });
    expect(Object.keys(form.errors)).toEqual(['title']);
    const elsewhere = await post('moderator', '/ballots/new', { ...matter, areaId: '421003' });
    expect(Object.keys((await formOf(elsewhere)).errors)).toEqual(['areaId']);
    expect(await read().ballotDraft.count()).toBe(0);
  });

  it('lead on where all is well, back and to any step in any case, and keep what is refused', async () => {
    const draft = await begin();
    expect(await leadsTo(post('moderator', `${draft}/kind`, { kind: 'ranking' }))).toBe(`${draft}/options`);
    const refused = await post('moderator', `${draft}/options`, { options: '一项', go: 'next' });
    expect([refused.status, Object.keys((await formOf(refused)).errors)]).toEqual([400, ['options']]);
    expect((await valuesOf('moderator', draft)).options).toBe('一项');
    const typed = { options: '一项\n两项\n一项' };
    expect(await leadsTo(post('moderator', `${draft}/options`, { ...typed, go: 'back' }))).toBe(
      `${draft}/kind`,
    );
    expect(await leadsTo(post('moderator', `${draft}/options`, { ...typed, go: 'times' }))).toBe(
      `${draft}/times`,
    );
    expect((await valuesOf('moderator', draft)).options).toBe(typed.options);
    expect(await leadsTo(post('moderator', `${draft}/rule`, { go: 'later' }))).toBe('/ballots/drafts');
    const mended = await post('moderator', `${draft}/options?mend=1`, { options: '一项\n两项' });
    expect(mended.headers.get('Location')).toBe(`${draft}/preview`);
  });

  it('that are sent to look for an area are not taken', async () => {
    const before = await read().ballotDraft.count();
    const looks = { ...matter, areaId: '', 'areaId.find': '社区', 'areaId.search': 'on' };
    const looked = await post('moderator', '/ballots/new', looks);
    expect(looked.status).toBe(200);
    expect((await formOf(looked)).areas?.areaId?.found?.query).toBe('社区');
    expect(await read().ballotDraft.count()).toBe(before);
  });

  it('are nobody else’s, and no page of any other name', async () => {
    const draft = await begin();
    for (const who of ['administrator', 'ann'])
      expect((await post(who, `${draft}/kind`, { kind: 'ranking' })).status).toBe(404);
    expect((await post('moderator', `${draft}/reason`, {})).status).toBe(404);
    expect((await post('ann', '/ballots/new', matter)).status).toBe(403);
    expect(await leadsTo(post('nobody', `${draft}/kind`, { kind: 'ranking' }))).toContain('sign-in');
    expect((await valuesOf('moderator', draft)).kind).toBe('support');
  });

  it('are more than can be kept where somebody sends a book', async () => {
    const draft = await begin();
    const book = { electorateKind: 'list', listed: 'a'.repeat(610_000), go: 'next' };
    const answer = await post('moderator', `${draft}/electorate`, book);
    expect(answer.status).toBe(400);
    expect((await formOf(answer)).errors['']?.[0]).toContain('太长');
    expect((await valuesOf('moderator', draft)).listed).toBe('');
  });

  it('are discarded by a button of their list', async () => {
    const draft = await begin();
    const discarded = await post('moderator', '/ballots/drafts', { draft: idIn(draft) });
    expect(discarded.headers.get('Location')).toBe('/ballots/drafts');
    expect((await post('moderator', `${draft}/kind`, { kind: 'ranking' })).status).toBe(404);
    expect(await leadsTo(post('moderator', '/ballots/new', matter))).not.toBe(`${draft}/kind`);
  });
});

describe('two who change the same ballot and publish one after the other', () => {
  const day = 24 * 3600_000;
  const inDays = (days: number) => new Date(test.clock.now().getTime() + days * day).toISOString();
  const change = async (who: string, ballotId: string, title: string) => {
    const at = await leadsTo(post(who, `/ballots/${ballotId}/edit`, { step: 'matter' }));
    const draft = at.replace('/matter?mend=1', '');
    expect(await leadsTo(post(who, at, { ...matter, title }))).toBe(`${draft}/preview`);
    return { draft, shown: (await loadDraft(await test.asPerson(who), idIn(draft))).revision };
  };
  const publish = (who: string, draft: string, revision: string) =>
    leadsTo(post(who, `${draft}/preview`, { revision, reason: '名称说得更清楚', change: 'on' }));

  it('are both heard: the second sees what the first has published before writing over it', async () => {
    const { id } = await makeBallot(test, { ...matter, opensAt: inDays(1), closesAt: inDays(8) });
    const titleOf = async () => (await read().ballot.findUniqueOrThrow({ where: { id } })).title;
    const first = await change('moderator', id, '口袋公园先建哪一处');
    const second = await change('administrator', id, '口袋公园今年建哪一处');
    expect(await publish('moderator', first.draft, first.shown)).toBe(`/ballots/${id}`);
    expect(await publish('administrator', second.draft, second.shown)).toBe(`${second.draft}/preview`);
    expect(await titleOf()).toBe('口袋公园先建哪一处');
    const { revision } = await loadDraft(await test.asPerson('administrator'), idIn(second.draft));
    expect(await publish('administrator', second.draft, revision)).toBe(`/ballots/${id}`);
    expect(await titleOf()).toBe('口袋公园今年建哪一处');
    expect((await ownBallotDrafts(await test.asPerson('administrator'))).length).toBe(0);
  });
});
