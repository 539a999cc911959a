import { tileWidth } from './tile-path';
import { LogFault } from '../log-fault';

const lengthBytes = 2;
const longestEntry = 2 ** 16 - 1;

/** Entries one after the other, each behind its length in two bytes. Throws LogFault for one that is too long. */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > longestEntry)
        throw new LogFault('entry-length', `an entry has ${entry.length} bytes, more than ${longestEntry}`);
      const length = Buffer.alloc(lengthBytes);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** The entries of a bundle. Throws LogFault unless there are as many as its width says, and nothing behind them. */
export function readBundle(bytes: Uint8Array, width = tileWidth): Uint8Array[] {
  const entries: Uint8Array[] = [];
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < view.length && entries.length < width) {
    const from = at + lengthBytes;
    const to = from > view.length ? Infinity : from + view.readUInt16BE(at);
    if (to > view.length) throw new LogFault('entry-length', 'the bundle ends within an entry');
    entries.push(view.subarray(from, to));
    at = to;
  }
  if (entries.length !== width || at !== view.length)
    throw new LogFault('entry-length', `the bundle does not hold ${width} entries and nothing else`);
  return entries;
}
