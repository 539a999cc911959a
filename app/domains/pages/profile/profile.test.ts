import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { readablePicture } from '../../insights/readable-picture.query.server';
import { storePicture } from '../../files/index.server';
import { profileDesk, readProfile, saveProfile, shownProfile } from '../index.server';
import { longestLogoEdge, profileSchema } from '../schema';
import type { ProfileInput } from './save-profile.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
});
afterAll(() => test.dispose());

const fields = {
  ...{
    nameChinese: '沙市共治',
    nameEnglish: 'Shashi Together',
    sloganChinese: '有事好商量',
    sloganEnglish: '',
  },
  ...{ phone: '0716-12345', mailAddress: 'office@example.org', address: '中山路 1 号', hours: '工作日' },
  ...{ colourLight: '', colourDark: '' },
};
const input = ({
  fields: changed,
  ...change
}: Partial<Omit<ProfileInput, 'fields'>> & { fields?: Partial<typeof fields> } = {}): ProfileInput => ({
  ...{ revision: 0, reason: '平台开张', withoutLogo: false, logoId: null },
  ...change,
  fields: { ...fields, ...changed },
});
const profile = () => readProfile(test.database);

async function logo(who: string): Promise<string> {
  const bytes = await sharp({ create: { width: 1200, height: 300, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
  return storePicture(await test.asPerson(who), bytes, { longestEdge: longestLogoEdge });
}

it('a portal that says nothing of itself shows what the software brings', async () => {
  expect(await profile()).toMatchObject({ version: 0, logo: null, fields: { nameChinese: '' } });
  expect(shownProfile(await profile(), 'en')).toMatchObject({ name: '', style: '', logo: null });
});

it('is for those who administer the whole portal', async () => {
  const district = await test.asPerson('district');
  for (const act of [() => saveProfile(district, input()), () => profileDesk(district)])
    await expect(act()).rejects.toMatchObject({ reason: 'identity.whole-portal-only' });
});

it('is shown in the reader’s language, in Chinese where there is no English', async () => {
  await saveProfile(await test.asPerson('top'), input());
  expect(shownProfile(await profile(), 'zh-CN')).toMatchObject({ name: '沙市共治', slogan: '有事好商量' });
  expect(shownProfile(await profile(), 'en')).toMatchObject({ name: 'Shashi Together', slogan: '' });
  await saveProfile(await test.asPerson('top'), input({ fields: { nameEnglish: '' }, revision: 1 }));
  expect(shownProfile(await profile(), 'en')).toMatchObject({ name: '沙市共治', slogan: '有事好商量' });
});

it('refuses colours in which text could not be read, at their field, and says how far they are off', async () => {
  const top = await test.asPerson('top');
  for (const [change, field] of [
    [{ colourLight: '#ffd700' }, 'colourLight'],
    [{ colourDark: '#0d5658' }, 'colourDark'],
  ] as const)
    await expect(saveProfile(top, input({ fields: change, revision: 2 }))).rejects.toMatchObject({
      code: 'invalid',
      field,
      params: { ratio: expect.stringMatching(/^[1-4]\.\d$/) as string },
    });
  await saveProfile(top, input({ fields: { colourLight: '#8b1a1a' }, revision: 2 }));
  expect(shownProfile(await profile(), 'en').style).toContain('--color-primary:#8b1a1a');
});

it('a logo is made small, read by anyone, stays until another is laid or it is taken off', async () => {
  const top = await test.asPerson('top');
  const first = await logo('top');
  await saveProfile(top, input({ revision: 3, logoId: first }));
  expect((await profile()).logo).toEqual({ id: first, width: 512, height: 128 });
  const shown = await readablePicture(test.as('visitor'), first);
  shown.stream.destroy();
  expect(shown).toMatchObject({ open: true, mediaType: 'image/webp' });
  await saveProfile(top, input({ revision: 4 }));
  expect((await profile()).logo?.id).toBe(first);
  const second = await logo('top');
  await saveProfile(top, input({ revision: 5, logoId: second }));
  await expect(readablePicture(test.as('visitor'), first)).rejects.toMatchObject({ code: 'not-found' });
  await saveProfile(top, input({ revision: 6, withoutLogo: true }));
  expect((await profile()).logo).toBeNull();
  await expect(
    saveProfile(top, input({ revision: 7, logoId: await logo('district') })),
  ).rejects.toMatchObject({
    field: 'pictures',
  });
});

it('every change stays, with who and why, is public, and drops the kept pages; of many at once one is done', async () => {
  const top = await test.asPerson('top');
  const { changes, version } = await profileDesk(top);
  expect(changes[0]).toMatchObject({ version, reason: '平台开张', by: 'top' });
  expect(changes).toHaveLength(version);
  const before = await test.database.read.event.count({ where: { type: 'portal.changed', isPublic: true } });
  expect(before).toBe(version);
  const all = await Promise.allSettled(
    Array.from({ length: 9 }, () => saveProfile(top, input({ revision: version }))),
  );
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(saveProfile(top, input({ revision: version }))).rejects.toMatchObject({
    reason: 'saved-meanwhile',
    saved: { values: { nameChinese: '沙市共治' } },
  });
});

it('names and colours are plain', () => {
  const form = { ...fields, reason: '平台开张', revision: '1' };
  expect(profileSchema.safeParse(form).success).toBe(true);
  for (const change of [
    { nameChinese: '' },
    { colourLight: 'red' },
    { colourLight: '#fff' },
    { mailAddress: 'x' },
  ])
    expect(profileSchema.safeParse({ ...form, ...change }).success, JSON.stringify(change)).toBe(false);
});
