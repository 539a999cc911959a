import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flatPicture, heicPhoto, phonePhoto } from '../../factories/pictures';
import { communityId, makePerson, makeProposal } from '../../factories/proposals';
import { makeOffices } from '../../factories/work-orders';
import type { TestContext } from '../../setup/context';
import { contextOfPortal, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';

let portal: TestPortal;
let test: TestContext;
const cookies = new Map([['visitor', '']]);
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  test = contextOfPortal(portal);
  await makeOffices(test);
  for (const who of ['author', 'ann']) await makePerson(test, who);
}, 120_000);
afterAll(() => portal.dispose());

async function ask(who: string, path: string, options: RequestInit = {}) {
  const cookie = cookies.get(who) ?? (await signedInCookie(portal, who));
  cookies.set(who, cookie);
  return portal.ask(path, { ...options, headers: { ...options.headers, Cookie: cookie } });
}

interface Said {
  id?: string;
  received?: number;
  fileId?: string | null;
  reason?: string;
}
type Answered = [status: number, said: Said];

async function said(answer: Promise<Response>): Promise<Answered> {
  const { status, ...response } = await answer.then(async (got) => ({
    status: got.status,
    body: (await got.json()) as Said,
  }));
  return [status, response.body];
}

const begin = (who: string, bytes: number) =>
  said(ask(who, '/files/uploads', { method: 'POST', body: new URLSearchParams({ bytes: String(bytes) }) }));
const put = (who: string, id: string, from: number, part: Uint8Array) =>
  said(
    ask(who, `/files/uploads/${id}?from=${from}`, {
      ...{ method: 'PUT', body: Buffer.from(part) },
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );

/** Sends a picture as the field's script does; answers its id. */
async function sent(who: string, bytes: Uint8Array): Promise<string> {
  const [, { id = '' }] = await begin(who, bytes.byteLength);
  let answer: Answered = [0, {}];
  for (let from = 0; from < bytes.byteLength; from += 300_000)
    answer = await put(who, id, from, bytes.subarray(from, from + 300_000));
  return answer[1].fileId ?? '';
}

/** As multipart, as browsers send forms with files. */
function form(
  fields: Record<string, string | string[]>,
  files: [string, Uint8Array, string][] = [],
): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  for (const [name, bytes, called] of files) body.append(name, new File([Buffer.from(bytes)], called));
  return body;
}

const feedback = {
  ...{ kind: 'help', title: '', body: '三号楼门口的路灯不亮，老人晚上不敢出门。', category: 'facilities' },
  ...{ areaId: communityId, place: '', isPublic: 'yes' },
};
const file = async (path: string) => sharp(Buffer.from(await (await ask('author', path)).arrayBuffer()));

describe('a picture that a script sends before its form', () => {
  it('comes in parts, goes on where it broke off, and loses where it was taken', async () => {
    const photo = await phonePhoto(1700, 1200);
    const [, { id = '' }] = await begin('author', photo.length);
    const half = photo.subarray(0, 200_000);
    expect(await put('author', id, 0, half)).toMatchObject([200, { received: 200_000, fileId: null }]);
    // The answer was lost: the same part again, and one from too far on.
    expect((await put('author', id, 0, half))[0]).toBe(409);
    expect((await put('author', id, 300_000, photo.subarray(300_000, 300_010)))[0]).toBe(409);
    expect(await said(ask('author', `/files/uploads/${id}`))).toMatchObject([200, { received: 200_000 }]);
    for (const other of ['ann', 'visitor'])
      expect((await said(ask(other, `/files/uploads/${id}`)))[0]).toBe(other === 'ann' ? 404 : 401);
    expect((await put('ann', id, 200_000, photo.subarray(200_000)))[0]).toBe(404);
    const [, { fileId }] = await put('author', id, 200_000, photo.subarray(200_000));
    const again = await put('author', id, photo.length, new Uint8Array(0));
    expect(again).toMatchObject([200, { fileId }]);
    expect(await test.database.read.pictureUploadPart.count({ where: { uploadId: id } })).toBe(0);
    const { exif, width } = await (await file(`/files/${fileId}`)).metadata();
    expect([exif, width]).toEqual([undefined, 1600]);
    expect((await ask('ann', `/files/${fileId}`)).status).toBe(404);
  });

  it('is refused with words where it is none, too large or empty', async () => {
    expect((await begin('visitor', 5))[0]).toBe(401);
    expect((await begin('author', 0))[0]).toBe(400);
    expect(await begin('author', 9_000_000)).toMatchObject([
      413,
      { reason: expect.stringContaining('8 MB') },
    ]);
    for (const [bytes, words] of [
      [Buffer.from('not a picture'), 'HEIC'],
      [await flatPicture(12_000, 6_000), '像素太多'],
    ] as const) {
      const [, { id = '' }] = await begin('author', bytes.length);
      expect(await put('author', id, 0, bytes)).toMatchObject([
        400,
        { reason: expect.stringContaining(words) },
      ]);
      expect((await said(ask('author', `/files/uploads/${id}`)))[0]).toBe(404);
    }
    const [, { id = '' }] = await begin('author', 2_000_000);
    expect((await put('author', id, 0, Buffer.alloc(600_000)))[0]).toBe(413);
    expect((await put('author', id, 0, Buffer.alloc(3)))[0]).toBe(200);
    expect((await put('author', id, 3, Buffer.alloc(0)))[1]).toMatchObject({ received: 3, fileId: null });
  });

  it('is taken back by whoever sent it', async () => {
    const [, { id = '' }] = await begin('author', 10);
    expect((await ask('ann', `/files/uploads/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await said(ask('author', `/files/uploads/${id}`)))[0]).toBe(200);
    expect((await ask('author', `/files/uploads/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await said(ask('author', `/files/uploads/${id}`)))[0]).toBe(404);
  });
});

describe('feedback with pictures', () => {
  it('shows them at three sizes, with the words that were asked for kindly', async () => {
    const kept = await sent('author', await phonePhoto());
    const body = form({ ...feedback, 'kept-pictures': kept, [`shows-${kept}`]: '不亮的路灯' });
    const answer = await ask('author', '/feedback/new', { method: 'POST', body });
    expect(answer.status).toBe(302);
    const page = await (await ask('visitor', answer.headers.get('Location') ?? '')).text();
    expect(page).toContain('alt="不亮的路灯"');
    expect(page).toMatch(/srcset="[^"]*size=320 320w, [^"]*size=800 800w, [^"]* 1600w"/i);
    expect(page).toMatch(/width="1600" height="1200"/);
    // In the list the first of them stands beside the title.
    expect(await (await ask('visitor', '/feedback')).text()).toContain(`src="/files/${kept}?size=320"`);
    for (const [asked, width] of [
      ['?size=320', 320],
      ['?size=800', 800],
      ['', 1600],
      ['?size=7', 1600],
    ] as const) {
      const open = await ask('visitor', `/files/${kept}${asked}`);
      const tag = open.headers.get('ETag') ?? '';
      expect(open.headers.get('Cache-Control')).toBe('private, no-cache');
      expect((await sharp(Buffer.from(await open.arrayBuffer())).metadata()).width).toBe(width);
      const known = await ask('visitor', `/files/${kept}${asked}`, { headers: { 'If-None-Match': tag } });
      expect(known.status).toBe(304);
    }
    const small = Number((await ask('visitor', `/files/${kept}?size=320`)).headers.get('Content-Length'));
    expect(small).toBeLessThan(40_000);
  });

  it('is taken without scripts, from an iPhone too, and says of an empty file which it is', async () => {
    const named: [string, Uint8Array, string][] = [
      ['pictures', heicPhoto, 'IMG_1.HEIC'],
      ['pictures', await phonePhoto(900, 500), 'b.jpg'],
    ];
    const body = form({ ...feedback, 'shows-pictures': '门口' }, named);
    const answer = await ask('author', '/feedback/new', { method: 'POST', body });
    expect(answer.status).toBe(302);
    const page = await (await ask('visitor', answer.headers.get('Location') ?? '')).text();
    expect(page.match(/alt="门口"/g)).toHaveLength(2);
    const empty = form(feedback, [['pictures', new Uint8Array(0), 'leer.jpg']]);
    const refused = await ask('author', '/feedback/new', { method: 'POST', body: empty });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('文件“leer.jpg”是空的');
  });

  it('keeps what was sent where the form is refused, and takes nobody else’s', async () => {
    const kept = await sent('author', await phonePhoto(800, 600));
    const wrong = form({ ...feedback, body: '短', 'kept-pictures': kept, [`shows-${kept}`]: '灯' });
    const refused = await ask('author', '/feedback/new', { method: 'POST', body: wrong });
    const page = await refused.text();
    expect(refused.status).toBe(400);
    expect(page).toContain(`name="kept-pictures" value="${kept}"`);
    expect(page).toMatch(new RegExp(`name="shows-${kept}"[^>]*value="灯"`));
    const stolen = form({ ...feedback, 'kept-pictures': kept });
    const answer = await ask('ann', '/feedback/new', { method: 'POST', body: stolen });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('有照片已经不在了');
    const tooMany = form({ ...feedback, 'kept-pictures': Array.from({ length: 6 }, (_, at) => `x${at}`) });
    expect((await ask('author', '/feedback/new', { method: 'POST', body: tooMany })).status).toBe(400);
  });

  it('that is confidential is seen by its asker, moderators and the department that works on it, at every size', async () => {
    const kept = await sent('author', await phonePhoto(1000, 900));
    const body = form({ ...feedback, isPublic: 'no', 'kept-pictures': kept });
    const at = (await ask('author', '/feedback/new', { method: 'POST', body })).headers.get('Location') ?? '';
    const subjectId = at.split('/').pop() ?? '';
    const orderId = await registerWorkOrder(await test.asPerson('moderator'), {
      ...{ subjectKind: 'feedback', subjectId, title: '路灯不亮', description: '请修。' },
      ...{ category: 'facilities', departmentId: 'water', externalNumber: '', urgency: 'normal' },
      deadline: undefined,
    });
    for (const size of ['', '?size=320', '?size=800'])
      for (const [who, status] of [
        ['author', 200],
        ['moderator', 200],
        ['water-clerk', 200],
        ['roads-clerk', 404],
        ['ann', 404],
        ['visitor', 404],
      ] as const) {
        const answer = await ask(who, `/files/${kept}${size}`);
        expect([who, size, answer.status]).toEqual([who, size, status]);
        if (status === 200) expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
      }
    expect(await (await ask('author', '/feedback?whose=mine')).text()).toContain(`/files/${kept}`);
    expect(await (await ask('visitor', '/feedback')).text()).not.toContain(`/files/${kept}`);
    for (const page of [`/work-orders/${orderId}`, `/workbench?order=${orderId}`])
      expect(await (await ask('water-clerk', page)).text()).toContain(`/files/${kept}?size=320`);
  });
});

describe('comments and reports', () => {
  it('take pictures: those of a comment go with it, those of a report are for moderators', async () => {
    const id = await makeProposal(test, 'ann');
    const path = `/proposals/${id}`;
    const shown = await sent('author', await phonePhoto(700, 500));
    const words = { intent: 'comment', parentId: '', body: '现场是这样的', [`shows-${shown}`]: '积水' };
    const posted = await ask('author', path, {
      ...{ method: 'POST', body: form({ ...words, 'kept-pictures': shown }) },
    });
    expect(posted.status).toBe(302);
    expect(await (await ask('visitor', path)).text()).toContain('alt="积水"');
    expect((await ask('visitor', `/files/${shown}?size=320`)).status).toBe(200);

    const proof: [string, Uint8Array, string][] = [['pictures', await phonePhoto(500, 400), 'proof.jpg']];
    const report = { intent: 'report', subjectKind: 'proposal', subjectId: id, ground: 'false', words: '' };
    expect((await ask('author', path, { method: 'POST', body: form(report, proof) })).status).toBe(302);
    const queue = await (await ask('moderator', '/moderation')).text();
    const [, proofId = ''] = /\/files\/([0-9A-Z]{26})\?size=320/.exec(queue) ?? [];
    for (const [who, status] of [
      ['moderator', 200],
      ['author', 200],
      ['ann', 404],
      ['visitor', 404],
    ] as const)
      expect([who, (await ask(who, `/files/${proofId}`)).status]).toEqual([who, status]);

    const { id: commentId } = await test.database.read.comment.findFirstOrThrow({ where: { subjectId: id } });
    const removal = new URLSearchParams({ intent: 'remove-comment', commentId });
    expect((await ask('author', path, { method: 'POST', body: removal })).status).toBe(302);
    expect((await ask('visitor', `/files/${shown}`)).status).toBe(404);
    expect(await (await ask('visitor', path)).text()).not.toContain(shown);
  });
});
