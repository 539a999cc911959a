import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, secretOf, signedHeaders, verify } from './signature';

/** Computed outside of this program with `openssl dgst -sha256 -mac HMAC` over `id.timestamp.body`. */
const vectors = [
  {
    secret: 'whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=',
    id: 'msg_01',
    timestamp: 1732435200,
    body: '{"type":"work_order.done"}',
    signature: '02kuKVSxgNybiqk4I+srRAbRCszj/aGU9FikbfuR9Zk=',
  },
  {
    secret: 'whsec_Z29uZ3poaS13ZWJob29rLXNlY3JldC0yNGI=',
    id: 'msg_02',
    timestamp: 1732435201,
    body: '{"data":{"title":"东门路灯"}}',
    signature: 'Gjz9p0xRKpw0fmrWA34ujiM34WRkiZoiqWcnOplv00o=',
  },
];

const at = (seconds: number) => new Date(seconds * 1000);

describe('the signature of Standard Webhooks', () => {
  it.each(vectors)('agrees with $id as computed elsewhere', ({ secret, signature, ...message }) => {
    expect(signedHeaders(message, [secret])['webhook-signature']).toBe(`v1,${signature}`);
    const received = { ...message, timestamp: String(message.timestamp), signature: `v1a,x v1,${signature}` };
    expect(verify(received, [secret], at(message.timestamp + 300))).toBe('fine');
  });

  it('agrees with openssl on whatever is signed', () => {
    const body = fc.string({ unit: 'grapheme', maxLength: 40 });
    const key = fc.uint8Array({ minLength: 24, maxLength: 64 });
    fc.assert(
      fc.property(body, key, (text, bytes) => {
        const message = { id: 'msg_x', timestamp: 1732435200, body: text };
        const mac = execFileSync(
          'openssl',
          [
            'dgst',
            '-sha256',
            '-mac',
            'HMAC',
            '-macopt',
            `hexkey:${Buffer.from(bytes).toString('hex')}`,
            '-binary',
          ],
          { input: `msg_x.1732435200.${text}` },
        );
        expect(signedHeaders(message, [secretOf(bytes)])['webhook-signature']).toBe(
          `v1,${mac.toString('base64')}`,
        );
      }),
      { numRuns: 10 },
    );
  });

  it('holds for one message, one time and one secret only', () => {
    const [{ secret, signature, ...message }] = vectors as [(typeof vectors)[number]];
    const received = { ...message, timestamp: String(message.timestamp), signature: `v1,${signature}` };
    const now = at(message.timestamp);
    const other = secretOf(Buffer.alloc(32, 1));
    expect(verify(received, [other], now)).toBe('wrong-signature');
    expect(verify(received, [other, secret], now)).toBe('fine');
    expect(verify({ ...received, body: `${message.body} ` }, [secret], now)).toBe('wrong-signature');
    expect(verify({ ...received, id: 'msg_03' }, [secret], now)).toBe('wrong-signature');
    expect(verify({ ...received, signature: 'v1,' }, [secret], now)).toBe('wrong-signature');
    expect(verify({ ...received, signature: null }, [secret], now)).toBe('headers-missing');
    expect(verify({ ...received, timestamp: '1e9' }, [secret], now)).toBe('headers-missing');
    expect(verify(received, [secret], at(message.timestamp + 301))).toBe('too-old');
    expect(verify(received, [secret], at(message.timestamp - 301))).toBe('from-the-future');
  });

  it('signs with both secrets while they change', () => {
    const [{ secret, signature, ...message }] = vectors as [(typeof vectors)[number]];
    const fresh = secretOf(Buffer.alloc(32, 9));
    const headers = signedHeaders(message, [fresh, secret]);
    expect(headers['webhook-signature']?.split(' ')[1]).toBe(`v1,${signature}`);
    const received = {
      id: headers['webhook-id'] ?? null,
      timestamp: headers['webhook-timestamp'] ?? null,
      signature: headers['webhook-signature'] ?? null,
      body: message.body,
    };
    for (const known of [fresh, secret])
      expect(verify(received, [known], at(message.timestamp))).toBe('fine');
  });

  it.each(['', 'whsec_', 'whsec_short', 'whsec_***', secretOf(Buffer.alloc(23)), secretOf(Buffer.alloc(65))])(
    'takes no key from %s',
    (text) => expect(keyOf(text)).toBeNull(),
  );
});
