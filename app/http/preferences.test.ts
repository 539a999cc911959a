import type { IncomingMessage } from 'node:http';
import { createCookie } from '@remix-run/node';
import { expect, it } from 'vitest';
import { preferencesOf, storedPreferences } from './preferences.server';

const cookie = createCookie('preferences');

async function asked(stored: unknown, language?: string): Promise<IncomingMessage> {
  const [pair = ''] = (await cookie.serialize(stored)).split(';');
  return { headers: { cookie: pair, 'accept-language': language } } as unknown as IncomingMessage;
}

it('reads each reader’s own choice, whatever others sent before', async () => {
  const [dark, light] = [{ theme: 'dark', locale: 'en' }, { theme: 'light' }];
  for (let time = 0; time < 2; time += 1) {
    expect(await preferencesOf(await asked(dark))).toEqual({ ...dark, senior: false });
    expect(await preferencesOf(await asked(light))).toEqual({ ...light, locale: 'zh-CN', senior: false });
    // The same cookie in a browser of another language.
    expect((await preferencesOf(await asked(light, 'en'))).locale).toBe('en');
  }
});

it('has nothing stored where there is no cookie', async () => {
  const bare = { headers: { 'accept-language': 'en' } } as unknown as IncomingMessage;
  expect(await storedPreferences(bare)).toBeNull();
  expect(await preferencesOf(bare)).toEqual({ locale: 'en', theme: 'system', senior: false });
});
