import { execFileSync, spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedbackInput, makeFeedback } from '../../factories/feedback';
import { makeAreas, makePerson } from '../../factories/proposals';
import type { TestContext } from '../../setup/context';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal, signedInCookie } from '../../setup/posting-people';
import { remixBuild } from '../../setup/remix-build';
import * as card from '~/routes/share+/$kind.$id_.card[.]png';
import * as poster from '~/routes/share+/$kind.$id_.poster[.]pdf';
import * as share from '~/routes/share+/$kind.$id';

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
let portal: TestPortal;
let test: TestContext;
let asker: string;
const ids = { open: '', confidential: '', strange: '' };
/** What the page is told, as JSON. */
const loaded = async (args: Parameters<typeof share.loader>[0]) => Response.json(await share.loader(args));
const resource = (path: string, { loader }: { loader: never }) => ({ path, page: false, loader });

beforeAll(async () => {
  const routes = [
    resource('share/:kind/:id', { loader: loaded as never }),
    resource('share/:kind/:id/card.png', card as never),
    resource('share/:kind/:id/poster.pdf', poster as never),
  ];
  portal = await testPortal(
    remixBuild(routes, () => new Response('')),
    { RATE_LIMITS: 'false' },
  );
  test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'asker');
  ids.open = await makeFeedback(test, 'asker', {
    body: '**东门**的路灯坏了，[照片](https://example.org)在这。',
  });
  ids.confidential = await makeFeedback(test, 'asker', { isPublic: undefined } as never);
  ids.strange = await makeFeedback(test, 'asker', {
    title: `路灯\u{10fffd}坏了\u{1f926}\u{1f3fd}\u{200d}\u{2642}\u{fe0f}很多天`,
  });
  asker = await signedInCookie(portal, 'asker', 'asker');
});
afterAll(() => portal.dispose());

const get = (path: string, cookie = '') => portal.ask(path, { headers: { Cookie: cookie } });
const of = (id: string, file = '') => `/share/feedback/${id}${file}`;
const dataOf = async (id: string, cookie = '') =>
  (await get(of(id), cookie)).json() as Promise<{
    shared: { title: string; text: string; url: string } | null;
  }>;

describe('what is passed on', () => {
  it('is the address of the portal as others find it, with words and no marks', async () => {
    const { shared } = await dataOf(ids.open);
    expect(shared).toMatchObject({
      title: feedbackInput.title,
      text: '东门的路灯坏了，照片在这。',
      url: expect.stringMatching(new RegExp(`^https?://[^/]+/feedback/${ids.open}$`)) as string,
    });
  });

  it('has a card of the size that readers of links take, without anybody being signed in', async () => {
    const answer = await get(of(ids.open, '/card.png'));
    expect(answer.status).toBe(200);
    const picture = sharp(Buffer.from(await answer.arrayBuffer()));
    expect(await picture.metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    // The title is drawn: the middle of its lines holds dark ink.
    const { channels } = await picture.extract({ left: 80, top: 180, width: 1040, height: 90 }).stats();
    expect(channels[0]?.min).toBeLessThan(80);
  });

  it('has a poster as PDF', async () => {
    const answer = await get(of(ids.open, '/poster.pdf'));
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('has a poster and a card, too, where the font lacks a character: a frame stands for it, and the poster says so', async () => {
    expect((await get(of(ids.strange, '/card.png'))).status).toBe(200);
    const answer = await get(of(ids.strange, '/poster.pdf'));
    expect(answer.status).toBe(200);
    if (!hasPdftotext) return;
    const words = execFileSync('pdftotext', ['-', '-'], { input: Buffer.from(await answer.arrayBuffer()) });
    expect(words.toString().replaceAll(/\s/g, '')).toContain('路灯□坏了很多天');
    expect(words.toString().replaceAll(/\s/g, '')).toContain('完整内容请扫码查看');
    // What is a picture only is left out, and nothing is said of it.
    expect(words.toString()).not.toContain('□□');
  });
});

describe('what is not public', () => {
  it('is passed on by nobody: the asker is told so, and others find nothing', async () => {
    expect((await dataOf(ids.confidential, asker)).shared).toBeNull();
    expect((await get(of(ids.confidential))).status).toBe(403);
    for (const cookie of ['', asker])
      for (const file of ['/card.png', '/poster.pdf']) {
        const answer = await get(of(ids.confidential, file), cookie);
        expect([403, 404]).toContain(answer.status);
        expect(await answer.text()).not.toContain(feedbackInput.title);
      }
  });

  it.each(['feedback/none', 'person/asker', 'portal/x', '__proto__/x', 'toString/x', 'mail/x'])(
    'is not found as %s',
    async (path) => {
      for (const file of ['', '/card.png', '/poster.pdf'])
        expect((await get(`/share/${path}${file}`, asker)).status).toBe(404);
    },
  );
});
