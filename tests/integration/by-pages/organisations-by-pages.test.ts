import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import { contextOfPortal, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import type { TestContext } from '../../setup/context';
import { wholeBuild } from '../../setup/whole-build';
import { activity } from '../../factories/volunteering';
import { checkCharacter } from '~/domains/organisations/rules/credit-code';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';

let portal: TestPortal;
let test: TestContext;
const cookies: Record<string, string> = { visitor: '' };
beforeAll(async () => {
  portal = await testPortal(await wholeBuild(), { RATE_LIMITS: 'false' });
  test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: communityId });
  for (const who of ['owner', 'other', 'stranger']) await makePerson(test, who);
  for (const who of ['moderator', 'owner', 'other', 'stranger'])
    cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

const codeOf = (first17: string) => first17 + checkCharacter(first17);
const pdf = (words: string) =>
  new File([`%PDF-1.4\n${words}\n%%EOF`], '证书.pdf', { type: 'application/pdf' });
const ask = (who: string, path: string) => portal.ask(path, { headers: { Cookie: cookies[who] ?? '' } });
const page = async (who: string, path: string) => (await ask(who, path)).text();

function send(who: string, path: string, given: { kind: string; code: string; file?: File; name?: string }) {
  const form = new FormData();
  const { kind, code, file, name = '青石物业' } = given;
  const fields = { kind, name, creditCode: code, areaId: communityId, about: '为居民服务', contact: '' };
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  if (file) form.set('files', file);
  return portal.ask(path, { method: 'POST', headers: { Cookie: cookies[who] ?? '' }, body: form });
}
const post = (who: string, path: string, form: Record<string, string>) =>
  portal.ask(path, {
    method: 'POST',
    headers: { Cookie: cookies[who] ?? '', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
const enterprise = codeOf('91421002011234567');
const fileIn = (html: string) => /\/files\/[0-9A-Z]+/.exec(html)?.[0] ?? '';

let at = '';
it('registers with its certificate, which moderators and its people read, and nobody else', async () => {
  const sent = await send('owner', '/organisations/new', {
    kind: 'enterprise',
    code: enterprise,
    file: pdf('一'),
  });
  expect(sent.status).toBe(302);
  at = sent.headers.get('Location') ?? '';
  const queue = await page('moderator', '/moderation');
  for (const words of ['证书.pdf', '企业', enterprise]) expect(queue).toContain(words);
  for (const words of ['没有上传证书', '代码不像', '用同一代码']) expect(queue).not.toContain(words);
  const file = fileIn(queue);
  for (const who of ['moderator', 'owner']) {
    expect((await ask(who, file)).status, who).toBe(200);
    expect(await page(who, at)).toContain('证书.pdf');
  }
  for (const who of ['visitor', 'stranger']) expect((await ask(who, file)).status, who).toBeGreaterThan(302);
});

it('says in the row what does not fit: the code of another kind, the same code, no certificate', async () => {
  const sent = await send('other', '/organisations/new', {
    kind: 'department',
    code: enterprise,
    name: '青石公安局',
  });
  expect(sent.status).toBe(302);
  const queue = await page('moderator', '/moderation');
  for (const words of ['没有上传证书', '代码不像这一类组织的', '另有 1 个组织用同一代码'])
    expect(queue).toContain(words);
});

it('a refused one comes back with another certificate in place of the first', async () => {
  const subjectId = at.split('/').at(-1) ?? '';
  const { id: items } = await test.database.read.queueItem.findFirstOrThrow({ where: { subjectId } });
  const refuse = { items, decision: 'refuse', reason: '证书看不清楚' };
  expect((await post('moderator', '/moderation', refuse)).status).toBe(302);
  const first = fileIn(await page('owner', at));
  const again = { kind: 'enterprise', code: enterprise, file: pdf('二') };
  expect((await send('owner', `${at}/edit`, again)).status).toBe(302);
  const second = fileIn(await page('moderator', '/moderation'));
  expect([second === first, (await ask('moderator', second)).status]).toEqual([false, 200]);
  expect((await ask('moderator', first)).status).toBeGreaterThan(302);
});

it('what is no certificate is refused at its field, and keeps what was typed', async () => {
  const file = new File(['MZ not a document'], 'x.exe');
  const refused = await send('other', '/organisations/new', {
    kind: 'enterprise',
    code: codeOf('91421002017654321'),
    file,
  });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('青石物业');
  expect(html).toMatch(/aria-invalid="true"|role="alert"/);
});

it('once verified its page shows the certificates to its people, and to visitors that it is verified', async () => {
  const subjectId = at.split('/').at(-1) ?? '';
  const { id: items } = await test.database.read.queueItem.findFirstOrThrow({
    where: { subjectId, state: 'open' },
  });
  await post('moderator', '/moderation', { items, decision: 'approve', reason: '证书相符' });
  expect(await page('owner', at)).toContain('证书.pdf');
  for (const who of ['visitor', 'stranger']) {
    const html = await page(who, at);
    expect(html).toContain('青石物业');
    expect(html, who).not.toMatch(/证书\.pdf|登记证书/);
  }
});

it('and what it does: its activities stand there for everybody', async () => {
  const id = at.split('/').at(-1) ?? '';
  expect(await page('visitor', at)).not.toContain('在做的事');
  const activityId = await publishOpportunity(await test.asPerson('owner', id), activity);
  const html = await page('visitor', at);
  for (const words of ['在做的事', '招募中', `/volunteering/${activityId}`]) expect(html).toContain(words);
});
