import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { NewCredential, UsedCredential } from '~/domains/identity/passkeys/schema';

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
const number32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const userPresent = 0x01;
const userVerified = 0x04;
const withCredential = 0x40;

export interface SoftOptions {
  origin?: string;
  rpId?: string;
  /** False for a device that was touched and not unlocked. */
  unlocked?: boolean;
  /** What the device says how often it was used; counts up unless told. */
  counter?: number;
}

/** A passkey made of a few lines: what a phone or key does, and what a thief of one would try. */
export class SoftPasskey {
  readonly id = b64(randomBytes(32));
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #defaults: Required<Pick<SoftOptions, 'origin' | 'rpId'>>;
  #counter = 0;
  #user: string | undefined;

  constructor(origin = 'http://localhost:3000') {
    this.#defaults = { origin, rpId: new URL(origin).hostname };
  }

  #data(options: SoftOptions, flags: number, more: Uint8Array = new Uint8Array()): Buffer {
    const { rpId = this.#defaults.rpId, unlocked = true } = options;
    this.#counter = options.counter ?? this.#counter + 1;
    const all = flags | userPresent | (unlocked ? userVerified : 0);
    return Buffer.concat([sha(rpId), Buffer.from([all]), number32(this.#counter), more]);
  }

  #client(type: string, challenge: string, { origin = this.#defaults.origin }: SoftOptions): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** COSE, ES256: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
  #publicKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const coordinate = (label: number, text: string) =>
      Buffer.concat([Buffer.from([label, 0x58, 0x20]), Buffer.from(text, 'base64url')]);
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
    return Buffer.concat([head, coordinate(0x21, x), coordinate(0x22, y)]);
  }

  /** Answers what `navigator.credentials.create` would. */
  made(asked: { challenge: string; user: { id: string } }, options: SoftOptions = {}): NewCredential {
    this.#user = asked.user.id;
    const id = Buffer.from(this.id, 'base64url');
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, this.#publicKey()]);
    const data = this.#data(options, withCredential, credential);
    const text = (words: string) => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
    const attestation = Buffer.concat([
      ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), Buffer.from([0x58, data.length]), data],
    ]);
    const clientDataJSON = b64(this.#client('webauthn.create', asked.challenge, options));
    return {
      ...{ id: this.id, rawId: this.id, type: 'public-key', authenticatorAttachment: 'platform' },
      response: { clientDataJSON, attestationObject: b64(attestation), transports: ['internal'] },
      clientExtensionResults: {},
    };
  }

  /** Answers what `navigator.credentials.get` would. */
  used(asked: { challenge: string }, options: SoftOptions = {}): UsedCredential {
    const client = this.#client('webauthn.get', asked.challenge, options);
    const data = this.#data(options, 0);
    const signature = createSign('SHA256')
      .update(Buffer.concat([data, sha(client)]))
      .sign(this.#keys.privateKey);
    return {
      ...{ id: this.id, rawId: this.id, type: 'public-key', authenticatorAttachment: 'platform' },
      response: {
        ...{ clientDataJSON: b64(client), authenticatorData: b64(data), signature: b64(signature) },
        userHandle: this.#user,
      },
      clientExtensionResults: {},
    };
  }
}
