import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { openReceiver } from './receiver';
import type { ReceivedCall } from './receiver';

/** A browser that was let subscribe: what it gives away, and what it keeps to itself. */
export interface SoftDevice {
  subscription: { endpoint: string; p256dh: string; auth: string };
  /** The text of a message as the browser reads it (RFC 8188, RFC 8291), by nothing but node:crypto. */
  read(bytes: Buffer): string;
}

function softDevice(endpoint: string): SoftDevice {
  const keys = createECDH('prime256v1');
  const own = keys.generateKeys();
  const auth = randomBytes(16);
  const read = (bytes: Buffer) => {
    const salt = bytes.subarray(0, 16);
    const idLength = bytes.readUInt8(20);
    const sender = bytes.subarray(21, 21 + idLength);
    const sealed = bytes.subarray(21 + idLength);
    const info = (text: string) => Buffer.from(`${text}\0`);
    const shared = keys.computeSecret(sender);
    const mixed = Buffer.concat([info('WebPush: info'), own, sender]);
    const input = Buffer.from(hkdfSync('sha256', shared, auth, mixed, 32));
    const key = Buffer.from(hkdfSync('sha256', input, salt, info('Content-Encoding: aes128gcm'), 16));
    const nonce = Buffer.from(hkdfSync('sha256', input, salt, info('Content-Encoding: nonce'), 12));
    const opener = createDecipheriv('aes-128-gcm', key, nonce);
    opener.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]);
    const end = plain.lastIndexOf(2);
    return plain.subarray(0, end).toString('utf8');
  };
  const subscription = { endpoint, p256dh: own.toString('base64url'), auth: auth.toString('base64url') };
  return { subscription, read };
}

/** What the portal claims in its signature (RFC 8292); throws where that does not hold by the key that it names. */
export function claimsOf(headers: IncomingHttpHeaders): { key: string; claims: Record<string, unknown> } {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', body = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const publicKey = createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' },
    format: 'jwk',
  });
  const holds = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!holds) throw new Error('The signature does not hold');
  return { key, claims: JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown> };
}

export interface Pushed {
  path: string;
  headers: IncomingHttpHeaders;
  message: { title: string; body: string; path: string; tag: string };
}

/** A push service on this machine, with devices that are reached through it. */
export async function openPushService() {
  const receiver = await openReceiver();
  const devices = new Map<string, SoftDevice>();
  receiver.answer = (_call, response) => void response.writeHead(201).end();
  return {
    receiver,
    device(name: string): SoftDevice {
      const device = softDevice(`${receiver.url}/${name}`);
      devices.set(`/${name}`, device);
      return device;
    },
    /** What came for a device so far, read as it would. */
    pushed: (name: string): Pushed[] =>
      receiver.calls
        .filter(({ path }) => path === `/${name}`)
        .map(({ path, headers, bytes }: ReceivedCall) => ({
          ...{ path, headers },
          message: JSON.parse(devices.get(path)?.read(bytes) ?? '{}') as Pushed['message'],
        })),
    close: () => receiver.close(),
  };
}

export type PushService = Awaited<ReturnType<typeof openPushService>>;
