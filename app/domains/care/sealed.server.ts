import type { ReadContext } from '../context';
import { sealedNeedSchema } from './schema';
import type { StatedNeed } from './schema';

export const sealNeed = (ctx: ReadContext, stated: StatedNeed): string =>
  ctx.keys.seal(JSON.stringify(stated));

/** What is said in an entry; null where it is over and emptied. */
export const openNeed = (ctx: ReadContext, sealed: string | null): StatedNeed | null =>
  sealed === null ? null : sealedNeedSchema.parse(JSON.parse(ctx.keys.open(sealed)));

/** Null for an empty text: nothing is sealed of it. */
export const sealWords = (ctx: ReadContext, words: string): string | null =>
  words === '' ? null : ctx.keys.seal(words);

/** Empty where there are none, or none any more. */
export const openWords = (ctx: ReadContext, sealed: string | null): string =>
  sealed === null ? '' : ctx.keys.open(sealed);
