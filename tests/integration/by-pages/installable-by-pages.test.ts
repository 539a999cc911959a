import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import type { TestContext } from '../../setup/context';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal } from '../../setup/posting-people';
import { remixBuild } from '../../setup/remix-build';
import { storePicture } from '~/domains/files/index.server';
import { readProfile, saveProfile } from '~/domains/pages/index.server';
import { longestLogoEdge } from '~/domains/pages/schema';
import { appIcons } from '~/http/answers/app-icon.server';
import * as icon from '~/routes/app-icons+/$name[.]png';
import * as manifest from '~/routes/manifest[.]webmanifest';

let portal: TestPortal;
let test: TestContext;
const resource = (path: string, { loader }: { loader: never }) => ({ path, page: false, loader });

beforeAll(async () => {
  const routes = [
    resource('manifest.webmanifest', manifest as never),
    resource('app-icons/:name.png', icon as never),
  ];
  portal = await testPortal(
    remixBuild(routes, () => new Response('')),
    { RATE_LIMITS: 'false' },
  );
  test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
});
afterAll(() => portal.dispose());

interface Manifest {
  icons: { src: string; sizes: string; type: string; purpose: string }[];
  shortcuts: { name: string; url: string }[];
}
const read = async (language: string) => {
  const answer = await portal.ask('/manifest.webmanifest', { headers: { 'Accept-Language': language } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toBe('application/manifest+json; charset=utf-8');
  return (await answer.json()) as Manifest;
};
const pixels = async (path: string) => {
  const answer = await portal.ask(path);
  expect(answer.status, path).toBe(200);
  expect(answer.headers.get('Content-Type')).toBe('image/png');
  const bytes = Buffer.from(await answer.arrayBuffer());
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4),
  ];
  return { ...info, at, format: (await sharp(bytes).metadata()).format };
};

async function sayWhoWeAre(change: { logoId?: string; revision: number }): Promise<void> {
  await saveProfile(await test.asPerson('top'), {
    ...{ reason: '平台开张', withoutLogo: false, logoId: null },
    ...change,
    fields: {
      ...{ nameChinese: '沙市共治', nameEnglish: 'Shashi Together in all things' },
      ...{ sloganChinese: '有事好商量', sloganEnglish: 'Talk first', phone: '', mailAddress: '' },
      ...{ address: '', hours: '', colourLight: '#8b1a1a', colourDark: '' },
    },
  });
}

it('a portal that says nothing of itself is set among apps as the software is called', async () => {
  expect(await read('zh-CN')).toEqual({
    ...{ id: '/', name: '共治', short_name: '共治', lang: 'zh-CN', dir: 'ltr' },
    description: '居民参与的社区治理平台：提诉求、议事情、做决定、一起办、看结果。',
    ...{ start_url: '/', scope: '/', display: 'standalone' },
    ...{ theme_color: '#0d5658', background_color: '#faf7f1', categories: ['government', 'social'] },
    icons: [
      ...[['192', 'any'] as const, ['512', 'any'] as const].map(([size, purpose]) => ({
        ...{ src: `/app-icons/${size}.png?v=0`, sizes: `${size}x${size}`, type: 'image/png', purpose },
      })),
      ...['192', '512'].map((size) => ({
        ...{ src: `/app-icons/maskable-${size}.png?v=0`, sizes: `${size}x${size}` },
        ...{ type: 'image/png', purpose: 'maskable' },
      })),
    ],
    shortcuts: [
      { name: '反映问题', url: '/feedback/new' },
      { name: '等我处理的', url: '/mine' },
      { name: '投票', url: '/ballots' },
    ],
  });
});

it('each icon is a PNG of the size that is said, and a maskable one has its ground to the edge', async () => {
  for (const [name, { size }] of Object.entries(appIcons)) {
    const { width, height, format, at } = await pixels(`/app-icons/${name}.png`);
    expect({ width, height, format }, name).toEqual({ width: size, height: size, format: 'png' });
    const isWhole = name.startsWith('maskable') || name === '180';
    expect(at(0, 0), name).toEqual(isWhole ? [0xa8, 0x32, 0x1f, 255] : [0, 0, 0, 0]);
  }
  for (const name of ['64', 'x', 'constructor'])
    expect((await portal.ask(`/app-icons/${name}.png`)).status, name).toBe(404);
});

it('says the portal’s own name, colour and logo, in the language of whoever asks', async () => {
  await sayWhoWeAre({ revision: 0 });
  expect(await read('zh-CN')).toMatchObject({
    ...{ name: '沙市共治', short_name: '沙市共治', description: '有事好商量', theme_color: '#8b1a1a' },
  });
  const english = await read('en');
  expect(english).toMatchObject({ name: 'Shashi Together in all things', lang: 'en' });
  // No word is cut: a device cuts as it has room.
  expect(english).not.toHaveProperty('short_name');
  expect(english.shortcuts.map(({ name }) => name)).toEqual([
    'Report a problem',
    'What waits for me',
    'Ballots',
  ]);
  expect((await pixels('/app-icons/maskable-192.png?v=1')).at(0, 0)).toEqual([0x8b, 0x1a, 0x1a, 255]);
  const bytes = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#00cc00' } })
    .png()
    .toBuffer();
  const logoId = await storePicture(await test.asPerson('top'), bytes, { longestEdge: longestLogoEdge });
  await sayWhoWeAre({ logoId, revision: 1 });
  expect((await readProfile(test.database)).logo?.id).toBe(logoId);
  for (const { src } of (await read('en')).icons) {
    expect(src).toContain('?v=2');
    const { width, at } = await pixels(src);
    const [red = 255, green = 0] = at(width / 2, width / 2);
    expect([red < 40, green > 180], src).toEqual([true, true]);
    expect(at(0, 0)).toEqual([255, 255, 255, 255]);
  }
});
