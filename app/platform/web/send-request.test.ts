import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPrivateAddress } from './private-address';
import { RequestFailed, sendRequest } from './send-request.server';

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/hangs') return;
    if (request.url === '/moved') return void response.writeHead(302, { Location: '/' }).end();
    if (request.url === '/large') return void response.end(Buffer.alloc(5000));
    response.setHeader('X-Method', request.method ?? '').end('fine');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, change: Partial<Parameters<typeof sendRequest>[0]> = {}) =>
  sendRequest({
    url: url + path,
    method: 'GET',
    timeoutMilliseconds: 2000,
    toPrivateAddresses: true,
    ...change,
  });

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd12::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '2001:db8::1',
  '2002:a00:1::',
  'ff02::1',
  'localhost',
  '',
])('takes %s for private', (address) => expect(isPrivateAddress(address)).toBe(true));

it.each([
  '1.1.1.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.1.1',
  '100.63.0.1',
  '2606:4700::1111',
  '240e::1',
  '::ffff:8.8.8.8',
])('takes %s for public', (address) => expect(isPrivateAddress(address)).toBe(false));

describe('sending', () => {
  it('answers what came, and follows no redirect', async () => {
    const answer = await ask('/', { method: 'POST', body: 'x' });
    expect(answer).toMatchObject({ status: 200, headers: { 'x-method': 'POST' } });
    expect(answer.body.toString()).toBe('fine');
    expect((await ask('/moved')).status).toBe(302);
  });

  it('refuses private addresses however they are written', async () => {
    const port = new URL(url).port;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '0x7f000001',
      '2130706433',
      '127.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
    ]) {
      const refused = sendRequest({
        url: `http://${host}:${port}/`,
        method: 'GET',
        timeoutMilliseconds: 2000,
        toPrivateAddresses: false,
      });
      await expect(refused, host).rejects.toThrow(/private address|ENOTFOUND|EAI_AGAIN/);
    }
  });

  it.each(['ftp://example.org/', 'file:///etc/passwd', 'http://a:b@example.org/', 'nonsense'])(
    'refuses %s',
    (text) => expect(ask('/', { url: text })).rejects.toBeInstanceOf(RequestFailed),
  );

  it('gives up on what hangs or is too large, and says whether anything was sent', async () => {
    await expect(ask('/hangs', { timeoutMilliseconds: 100 })).rejects.toMatchObject({ sent: true });
    await expect(ask('/large', { mostBytes: 1000 })).rejects.toThrow('too large');
    await expect(ask('/', { url: 'http://127.0.0.1:1/' })).rejects.toMatchObject({ sent: false });
  });
});
