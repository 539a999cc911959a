import type { ReadContext } from '../context';
import { sealedNeedSchema } from './schema';
import type { StatedNeed } from './schema';
import { openSealed, seal } from '~/platform/crypto/seal.server';

export const sealNeed = (ctx: ReadContext, stated: StatedNeed): string =>
  seal(ctx.configuration.dataKey, JSON.stringify(stated));

/** What is said in an entry; null where it is over and emptied. */
export const openNeed = (ctx: ReadContext, sealed: string | null): StatedNeed | null =>
  sealed === null ? null : sealedNeedSchema.parse(JSON.parse(openSealed(ctx.configuration.dataKey, sealed)));

/** Null for an empty text: nothing is sealed of it. */
export const sealWords = (ctx: ReadContext, words: string): string | null =>
  words === '' ? null : seal(ctx.configuration.dataKey, words);

/** Empty where there are none, or none any more. */
export const openWords = (ctx: ReadContext, sealed: string | null): string =>
  sealed === null ? '' : openSealed(ctx.configuration.dataKey, sealed);
