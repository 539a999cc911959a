import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const version = 'v1';

/** AES-256-GCM under a key of 32 bytes in base64: `nonce.tag.text`, each base64url. */
export function encrypt(key: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.');
}

/** What `encrypt` was given. Throws where the key is another or a byte was changed. */
export function decrypt(key: string, sealed: string): string {
  const [nonce, tag, text] = sealed.split('.');
  if (nonce === undefined || tag === undefined || text === undefined) throw new Error('Not a sealed text');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    Buffer.from(key, 'base64'),
    Buffer.from(nonce, 'base64url'),
    {
      authTagLength: 16,
    },
  );
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
}

/** Seals a text under the one key given: `v1.nonce.tag.text`. What the portal keeps is sealed by its `PortalKeys`. */
export const seal = (key: string, text: string): string => `${version}.${encrypt(key, text)}`;

/** Opens what `seal` made. Throws where the key is another or a byte was changed. */
export function openSealed(key: string, sealed: string): string {
  const [form, ...parts] = sealed.split('.');
  if (form !== version) throw new Error('Not a sealed text');
  return decrypt(key, parts.join('.'));
}
