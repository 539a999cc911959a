import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';
import { BackupFault } from './backup-fault';

const mark = Buffer.from('GZB1');
const saltBytes = 16;
const tagBytes = 16;
const chunkBytes = 1024 * 1024;
const algorithm = 'aes-256-gcm';

/** A file of a backup that cannot be opened: another key, or not as it was written. */
export class SealFault extends BackupFault {}

const keyOf = (key: Buffer, salt: Buffer) => Buffer.from(hkdfSync('sha256', key, salt, 'gongzhi backup', 32));

/** Counts the chunks, and says which is the last: none can be left out, moved or put behind the end. */
function nonceOf(at: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(isLast ? 1 : 0, 0);
  nonce.writeUIntBE(at, 6, 6);
  return nonce;
}

/** Hands on pieces of one size; the last, which may be shorter or empty, is known as such only at the end. */
abstract class InPieces extends Transform {
  #waiting: Buffer[] = [];
  #bytes = 0;

  protected abstract readonly size: number;
  protected abstract piece(bytes: Buffer, isLast: boolean): void;

  #take(most: number): Buffer {
    const all = Buffer.concat(this.#waiting);
    this.#waiting = [all.subarray(most)];
    this.#bytes = Math.max(0, all.length - most);
    return all.subarray(0, most);
  }

  protected get waiting(): number {
    return this.#bytes;
  }

  protected keep(bytes: Buffer): void {
    this.#waiting.push(bytes);
    this.#bytes += bytes.length;
  }

  protected takeHead(most: number): Buffer {
    return this.#take(most);
  }

  override _transform(bytes: Buffer, _encoding: string, done: TransformCallback): void {
    try {
      this.keep(bytes);
      while (this.ready()) this.piece(this.#take(this.size), false);
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  protected ready(): boolean {
    return this.#bytes > this.size;
  }

  override _flush(done: TransformCallback): void {
    try {
      this.piece(this.#take(this.#bytes), true);
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}

class Sealing extends InPieces {
  protected readonly size = chunkBytes;
  readonly #key: Buffer;
  #at = 0;

  constructor(key: Buffer) {
    super();
    const salt = randomBytes(saltBytes);
    this.#key = keyOf(key, salt);
    this.push(Buffer.concat([mark, salt]));
  }

  protected piece(bytes: Buffer, isLast: boolean): void {
    const cipher = createCipheriv(algorithm, this.#key, nonceOf(this.#at, isLast));
    this.#at += 1;
    this.push(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
  }
}

class Opening extends InPieces {
  protected readonly size = chunkBytes + tagBytes;
  readonly #secret: Buffer;
  #key: Buffer | null = null;
  #at = 0;

  constructor(key: Buffer) {
    super();
    this.#secret = key;
  }

  protected override ready(): boolean {
    if (!this.#key && this.waiting >= mark.length + saltBytes) {
      const head = this.takeHead(mark.length + saltBytes);
      if (!head.subarray(0, mark.length).equals(mark)) throw new SealFault('not a sealed file of a backup');
      this.#key = keyOf(this.#secret, head.subarray(mark.length));
    }
    return this.#key !== null && super.ready();
  }

  protected piece(bytes: Buffer, isLast: boolean): void {
    if (!this.#key || bytes.length < tagBytes) throw new SealFault('the file is cut short');
    const decipher = createDecipheriv(algorithm, this.#key, nonceOf(this.#at, isLast), {
      authTagLength: tagBytes,
    });
    this.#at += 1;
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    try {
      this.push(Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]));
    } catch {
      throw new SealFault('the key is another, or the file was changed');
    }
  }
}

/**
 * Seals a stream of any length under a key of 32 bytes: AES-256-GCM in chunks of 1 MiB, with a key of its own for each
 * file and the number of the chunk in the nonce (the STREAM construction).
 */
export const sealing = (key: Buffer): Transform => new Sealing(key);

/** Opens what `sealing` made. Ends with SealFault where the key is another, or anything was changed, cut or added. */
export const opening = (key: Buffer): Transform => new Opening(key);
