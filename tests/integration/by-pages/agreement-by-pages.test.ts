import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeParties, signAs } from '../../factories/agreements';
import { communityId, makeAreas } from '../../factories/proposals';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { actionRoute as page, remixBuild } from '../../setup/remix-build';
import type { TestContext } from '../../setup/context';
import { agreementPage } from '~/domains/agreements/agreement-page.query.server';
import { attachFiles } from '~/domains/agreements/drafting/attach-files.server';
import { makeDocument } from '~/domains/agreements/documents/make-document.server';
import * as document from '~/routes/agreements+/$id_.$document[.]pdf';
import * as agreement from '~/routes/agreements+/$id';
import * as editing from '~/routes/agreements+/$id_.edit';
import * as check from '~/routes/agreements+/check';
import * as newAgreement from '~/routes/agreements+/new';
import * as file from '~/routes/files+/$id';

let portal: TestPortal;
let test: TestContext;
const cookies: Record<string, string> = { visitor: '' };

const resource = (path: string, { loader }: { loader: never }) => ({ path, page: false, loader });

beforeAll(async () => {
  const pages = [
    page('agreements/new', newAgreement),
    page('agreements/check', check),
    page('agreements/:id', agreement),
    page('agreements/:id/edit', editing),
    resource('agreements/:id/:document.pdf', document as never),
    resource('files/:id', file as never),
  ];
  portal = await testPortal(
    remixBuild(pages, () => new Response('')),
    { RATE_LIMITS: 'false' },
  );
  test = contextOfPortal(portal);
  await makeAreas(test);
  await makeParties(test, ['ngo', 'shop', 'stranger']);
  for (const who of ['ngo', 'shop', 'stranger'])
    cookies[who] = await signedInCookie(portal, `${who}-person`, who);
});
afterAll(() => portal.dispose());

const post = (who: string, path: string, form: Record<string, string | string[]>) =>
  postForm(portal, { cookie: cookies[who] ?? '', path, form });
const get = (who: string, path: string) => portal.ask(path, { headers: { Cookie: cookies[who] ?? '' } });

interface Sent {
  fields: Record<string, string>;
  files: [string, Uint8Array][];
  name?: string;
}
function send(who: string, path: string, { fields, files, name = 'files' }: Sent): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  for (const [named, bytes] of files) form.append(name, new Blob([new Uint8Array(bytes)]), named);
  return portal.ask(path, { method: 'POST', headers: { Cookie: cookies[who] ?? '' }, body: form });
}

const drafted = async (title: string) => {
  const answer = await post('ngo', '/agreements/new', {
    ...{
      title,
      body: '## 场地\n\n超市提供二楼活动室，周末开放。',
      areaId: communityId,
    },
    ...{ partyIds: ['ngo', 'shop'], 'party.1': 'shop', 'what.1': '提供场地', signDays: '30' },
  });
  expect(answer.status).toBe(302);
  return answer.headers.get('Location') ?? '';
};

async function signedByBoth(path: string): Promise<string> {
  const id = path.split('/').at(-1) ?? '';
  const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  for (const who of ['ngo', 'shop'])
    await signAs(await test.asPerson(`${who}-person`, who), { id, contentHash: contentHash ?? '' });
  return id;
}

const shownTo = async (who: string, id: string) =>
  agreementPage(await test.asPerson(`${who}-person`, who), id);

it('has attachments and evidence by its forms, and each reader gets what is theirs', async () => {
  const path = await drafted('南门充电桩共建协议');
  const id = path.split('/').at(-1) ?? '';
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
  const files: [string, Uint8Array][] = [['平面图.png', picture]];
  const attach = (who: string) => send(who, path, { fields: { intent: 'files' }, files });
  expect((await attach('stranger')).status).toBe(403);
  expect((await attach('shop')).status).toBe(302);
  expect((await send('shop', path, { fields: { intent: 'files' }, files: [] })).status).toBe(400);
  const hung = await test.database.read.attachment.findFirstOrThrow({ where: { subjectId: id } });
  const seen = async (fileId: string) =>
    Promise.all(
      ['ngo', 'stranger', 'visitor'].map(async (who) => (await get(who, `/files/${fileId}`)).status),
    );
  expect(await seen(hung.fileId)).toEqual([200, 404, 404]);
  expect((await post('ngo', path, { intent: 'freeze', revision: 'of another text' })).status).toBe(409);
  const { revision } = await shownTo('ngo', id);
  expect((await post('ngo', path, { intent: 'freeze', revision })).status).toBe(302);
  expect(await seen(hung.fileId)).toEqual([200, 200, 200]);
  await signedByBoth(path);
  const { id: obligationId } = await test.database.read.obligation.findFirstOrThrow({
    where: { agreementId: id },
  });
  const report = { fields: { intent: 'meet', obligationId, report: '场地已腾出' }, files };
  expect((await send('ngo', path, report)).status).toBe(403);
  expect((await send('shop', path, { ...report, files: [['a.html', Buffer.from('<script>')]] })).status).toBe(
    400,
  );
  expect((await send('shop', path, report)).status).toBe(302);
  const shown = await test.database.read.attachment.findFirstOrThrow({ where: { subjectId: obligationId } });
  expect(await seen(shown.fileId)).toEqual([200, 404, 404]);
});

it('takes a file of twenty megabytes and says of a larger one that it is too large, at its field', async () => {
  const path = await drafted('西门充电桩共建协议');
  const id = path.split('/').at(-1) ?? '';
  const most = 20 * 1024 * 1024;
  const pdf = (bytes: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(bytes - 9, 32)]);
  const attach = (bytes: number) =>
    send('shop', path, { fields: { intent: 'files' }, files: [['图纸.pdf', pdf(bytes)]] });
  const refused = await attach(most + 1);
  expect(refused.status).toBe(413);
  const { form } = (await refused.json()) as { form: { errors: Record<string, string[]> } };
  expect(form.errors).toEqual({ files: ['文件过大：单个不超过 20 MB。'] });
  const agreements = await test.asPerson('shop-person', 'shop');
  // The same by the use case, whoever calls it.
  await expect(
    attachFiles(agreements, id, [{ name: '图纸.pdf', bytes: pdf(most + 1) }]),
  ).rejects.toMatchObject({ code: 'too-large', field: 'files', reason: 'files.too-large' });
  expect(await test.database.read.attachment.count({ where: { subjectId: id } })).toBe(0);
  expect((await attach(most)).status).toBe(302);
  expect(await test.database.read.attachment.count({ where: { subjectId: id } })).toBe(1);
});

it('has its rights set and its changes proposed by its forms', async () => {
  const path = await drafted('东门充电桩共建协议');
  const id = path.split('/').at(-1) ?? '';
  const rights = { intent: 'rights', version: '1', 'right.shop': 'propose', 'clause.1': 'shop' };
  expect((await post('shop', path, rights)).status).toBe(403);
  expect((await post('ngo', path, { ...rights, 'right.shop': 'all' })).status).toBe(400);
  expect((await post('ngo', path, rights)).status).toBe(302);
  const { agreement: shown, revision } = await shownTo('shop', id);
  const edited = {
    ...{ title: '东门充电桩和路灯共建协议', body: shown.clauses[0]?.source ?? '', areaId: communityId },
    ...{ partyIds: ['ngo', 'shop'], signDays: '30', revision, why: '路灯一起建' },
    ...{ 'party.1': 'shop', 'what.1': '提供场地' },
  };
  expect((await post('shop', `${path}/edit`, edited)).status).toBe(302);
  expect((await shownTo('ngo', id)).agreement).toMatchObject({ version: 1, title: '东门充电桩共建协议' });
  const { id: noteId } = await test.database.read.clauseNote.findFirstOrThrow({ where: { agreementId: id } });
  const accept = { intent: 'answer-note', noteId, decision: 'accept' };
  expect((await post('shop', path, accept)).status).toBe(403);
  expect((await post('ngo', path, accept)).status).toBe(302);
  expect((await shownTo('ngo', id)).agreement).toMatchObject({ version: 2, title: edited.title });
});

it('is checked as a file by a stranger, and its record of signing is given to the parties', async () => {
  const path = await drafted('北门充电桩共建协议');
  const { revision } = await shownTo('ngo', path.split('/').at(-1) ?? '');
  await post('ngo', path, { intent: 'freeze', revision });
  const id = await signedByBoth(path);
  await makeDocument(test.as('system'), id);
  const status = async (who: string, kind: string) => (await get(who, `${path}/${kind}-1.pdf`)).status;
  expect([await status('visitor', 'agreement'), await status('shop', 'audit')]).toEqual([200, 200]);
  expect([await status('visitor', 'audit'), await status('stranger', 'audit')]).toEqual([404, 404]);
  const sealed = Buffer.from(await (await get('visitor', `${path}/agreement-1.pdf`)).arrayBuffer());
  const verdict = async (bytes: Uint8Array) => {
    const answer = await send('visitor', '/agreements/check', {
      ...{ fields: {}, name: 'file' },
      files: [['a.pdf', bytes]],
    });
    const { checked } = (await answer.json()) as { checked: { verdict: string; agreement: object | null } };
    return checked;
  };
  expect(await verdict(sealed)).toMatchObject({ verdict: 'sealed', agreement: { id, state: 'in-force' } });
  sealed[3000] = (sealed[3000] ?? 0) ^ 1;
  expect(await verdict(sealed)).toMatchObject({ verdict: 'changed' });
  for (const broken of ['%PDF-1.7\n1 0 obj <</Encrypt 1 0 R>>', '{"form":"gongzhi-agreement-3"', '\u0000'])
    expect(await verdict(Buffer.from(broken))).toMatchObject({ verdict: 'unknown', agreement: null });
  expect((await post('visitor', '/agreements/check', { file: 'no file' })).status).toBe(400);
});
