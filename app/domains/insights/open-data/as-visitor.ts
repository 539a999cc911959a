import type { ReadContext } from '../../context';

/** What is given out is the same for all: what anyone may read, whoever asks. */
export const asVisitor = <Ctx extends ReadContext>(ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { kind: 'visitor' },
});
