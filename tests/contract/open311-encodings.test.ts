import { afterAll, beforeAll, expect, it } from 'vitest';
import iconv from 'iconv-lite';
import { jsonOf, open311Portal } from './setup/open311-portal';
import type { Open311Portal } from './setup/open311-portal';

let portal: Open311Portal;
beforeAll(async () => {
  portal = await open311Portal();
});
afterAll(() => portal.dispose());

const words = '东门路灯不亮，已经三天了。';
const percent = (bytes: Uint8Array) =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** Posts a description of which the bytes are given. */
function post(description: Uint8Array, type = 'application/x-www-form-urlencoded'): Promise<Response> {
  const fields = { api_key: portal.key, service_code: 'facilities', address_id: '421002001001' };
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return portal.ask('/open311/v2/requests.json', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: [...pairs, `description=${percent(description)}`].join('&'),
  });
}

it('refuses a request in another encoding than UTF-8, of which only � would be left', async () => {
  const gbk = new Uint8Array(iconv.encode(words, 'gbk'));
  const cut = new Uint8Array(Buffer.from(words)).subarray(0, -1);
  for (const bytes of [gbk, cut]) {
    const answer = await post(bytes);
    expect(answer.status).toBe(400);
    expect((await jsonOf<[{ description: string }]>(answer))[0].description).toMatch(/UTF-8/);
  }
  expect(await portal.services.database.read.feedback.count()).toBe(0);
});

it('takes what is in UTF-8, also a � that somebody sent', async () => {
  expect((await post(new Uint8Array(Buffer.from(words)))).status).toBe(201);
  expect((await post(new Uint8Array(Buffer.from(`${words}\ufffd`)))).status).toBe(201);
});
