import { createHmac } from 'node:crypto';
import type { ReadContext } from '../../context';
import { sameText } from '~/platform/crypto/keyed-hash.server';

/** A code is shown for a minute, and taken for one before and one after: clocks go wrong, and people type slowly. */
export const codeSeconds = 60;
const tolerated = [0, -1, 1];

/** Six digits of an HMAC, cut as RFC 4226, 5.3 cuts them. */
function digitsOf(key: string, step: number): string {
  const mac = createHmac('sha256', key).update(String(step)).digest();
  const at = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** By the newest of the portal's keys, and by those before it: a code is shown and typed while they change. */
const keysOf = ({ keys }: ReadContext, shiftId: string) => keys.macs(`check-in:${shiftId}`);

const stepAt = (now: Date) => Math.floor(now.getTime() / (codeSeconds * 1000));

/** The code of the minute, and when the next one follows. */
export function currentCode(ctx: ReadContext, shiftId: string): { code: string; until: Date } {
  const step = stepAt(ctx.clock.now());
  return {
    code: digitsOf(keysOf(ctx, shiftId)[0], step),
    until: new Date((step + 1) * codeSeconds * 1000),
  };
}

/** Whether it is the shift's code of this minute, of the one before or of the one after. */
export function isCodeOf(ctx: ReadContext, shiftId: string, code: string): boolean {
  const step = stepAt(ctx.clock.now());
  return keysOf(ctx, shiftId)
    .flatMap((key) => tolerated.map((shift) => sameText(digitsOf(key, step + shift), code)))
    .includes(true);
}
