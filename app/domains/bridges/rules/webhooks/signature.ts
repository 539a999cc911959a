import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which a message's clock may differ from ours. */
export const toleranceSeconds = 5 * 60;

const prefix = 'whsec_';
const shortestKey = 24;
const longestKey = 64;

/** The key in a secret as it is shown, `whsec_` and base64; null where it is none of 24 to 64 bytes. */
export function keyOf(secret: string): Buffer | null {
  const text = secret.startsWith(prefix) ? secret.slice(prefix.length) : secret;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const key = Buffer.from(text, 'base64');
  return key.length >= shortestKey && key.length <= longestKey ? key : null;
}

export function secretOf(key: Uint8Array): string {
  return prefix + Buffer.from(key).toString('base64');
}

export interface Message {
  id: string;
  /** Unix seconds of this attempt. */
  timestamp: number;
  /** The body, byte for byte as it is sent. */
  body: string;
}

function sign({ id, timestamp, body }: Message, key: Buffer): string {
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
}

/**
 * The headers of a message (Standard Webhooks): one signature for each secret, the newest first, so that a receiver
 * who knows either accepts it. Throws where a secret is none.
 */
export function signedHeaders(message: Message, secrets: readonly string[]): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = keyOf(secret);
    if (!key) throw new Error('Not a webhook secret');
    return `v1,${sign(message, key)}`;
  });
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': signatures.join(' '),
  };
}

export type Verdict = 'fine' | 'headers-missing' | 'too-old' | 'from-the-future' | 'wrong-signature';

export interface ReceivedMessage {
  id: string | null;
  timestamp: string | null;
  signature: string | null;
  body: string;
}

/** Whether the message was signed with one of the secrets, and lately; compared in constant time. */
export function verify(received: ReceivedMessage, secrets: readonly string[], now: Date): Verdict {
  const { id, timestamp, signature, body } = received;
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'headers-missing';
  const age = Math.floor(now.getTime() / 1000) - Number(timestamp);
  if (age > toleranceSeconds) return 'too-old';
  if (age < -toleranceSeconds) return 'from-the-future';
  const given = signature.split(' ').flatMap((part) => (part.startsWith('v1,') ? [part.slice(3)] : []));
  const right = secrets.flatMap((secret) => {
    const key = keyOf(secret);
    return key ? [Buffer.from(sign({ id, timestamp: Number(timestamp), body }, key))] : [];
  });
  const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);
  const holds = given.some((text) => right.some((expected) => same(Buffer.from(text), expected)));
  return holds ? 'fine' : 'wrong-signature';
}
