import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas } from '../../factories/proposals';
import { mailsTo } from '../../setup/mails';
import { contextOfPortal, postForm } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';

const password = 'spring river lamp';
let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  await makeAreas(contextOfPortal(portal));
}, 120_000);
afterAll(() => portal.dispose());

/** Registers where `next` was wanted; answers the path to which the mail's link leads. */
async function mailedPath(email: string, next: string): Promise<string> {
  const form = { email, displayName: '周敏', password, next };
  await postForm(portal, { cookie: '', path: '/register', form });
  const [mail] = await mailsTo(contextOfPortal(portal), email);
  const url = new URL(/https?:\/\/\S+\/confirm\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  return url.pathname + url.search;
}

const confirm = (path: string) => postForm(portal, { cookie: '', path, form: { password } });

it('the link of the mail leads back to what somebody was registering for', async () => {
  const path = await mailedPath('invited@example.org', '/invitations/abc');
  expect(path).toMatch(/\?next=%2Finvitations%2Fabc$/);
  const confirmed = await confirm(path);
  expect(confirmed.status).toBe(302);
  expect(confirmed.headers.get('Location')).toBe('/invitations/abc');
});

const nowhere = ['', '/', '//elsewhere.example', 'https://elsewhere.example/', '/\\elsewhere.example'];

it.each(nowhere.map((next, at) => ({ next, at })))(
  'and to the account where that was nothing of the portal: $next',
  async ({ next, at }) => {
    const path = await mailedPath(`nobody${at}@example.org`, next);
    expect(path).not.toContain('next');
    const confirmed = await confirm(path);
    expect(confirmed.headers.get('Location')).toBe('/account');
  },
);

it('does not lead elsewhere by a link that somebody has changed', async () => {
  const path = await mailedPath('changed@example.org', '');
  const confirmed = await confirm(`${path}?next=${encodeURIComponent('//elsewhere.example')}`);
  expect(confirmed.headers.get('Location')).toBe('/account');
});
