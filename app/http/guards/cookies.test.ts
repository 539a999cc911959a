import { describe, expect, it } from 'vitest';
import { flashCookie, layMessage, sessionCookie } from './cookies.server';
import { testPortal } from '../../../tests/setup/portal';
import { remixBuild } from '../../../tests/setup/remix-build';
import type { Configuration } from '~/platform/configuration.server';

async function configurationOf(change: Partial<Configuration>): Promise<Configuration> {
  const portal = await testPortal(remixBuild([], () => new Response('')));
  await portal.dispose();
  return { ...portal.services.configuration, ...change };
}

describe('a message for the next page', () => {
  it('is laid alike each time, and read as it was laid', async () => {
    const configuration = await configurationOf({});
    const laid = await layMessage(configuration, '已投票');
    expect(await layMessage(configuration, '已投票')).toBe(laid);
    expect(laid).toContain('Max-Age=60');
    expect(await flashCookie(configuration).parse(laid)).toBe('已投票');
    const other = await layMessage(configuration, 'x'.repeat(500));
    expect(await flashCookie(configuration).parse(other)).toBe('x'.repeat(500));
  });

  it('is signed with the secret of its configuration, whatever was laid for another', async () => {
    const [one, other] = [
      await configurationOf({ sessionSecret: 'one secret of thirty-two letters' }),
      await configurationOf({ sessionSecret: 'other secret of thirty-two chars' }),
    ];
    const laid = await layMessage(one, '已投票');
    expect(await layMessage(other, '已投票')).not.toBe(laid);
    expect(await flashCookie(other).parse(laid)).toBeNull();
  });
});

it('the cookie of the session has the name of its configuration', async () => {
  const open = await configurationOf({ publicUrl: 'http://h' });
  expect(sessionCookie(open).name).toBe('session');
  expect(sessionCookie({ ...open, publicUrl: 'https://h' }).name).toBe('__Host-session');
});
