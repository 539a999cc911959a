import type { Context } from '~/domains/context';
import type { Database } from '~/platform/db/database.server';

/** The context of a use case between whose reading and writing something else is done: right before it first writes. */
export function meanwhile(ctx: Context, act: () => Promise<unknown>): Context {
  let done = false;
  const transaction: Database['transaction'] = async (work) => {
    if (!done) {
      done = true;
      await act();
    }
    return ctx.database.transaction(work);
  };
  const database = new Proxy(ctx.database, {
    get: (target, name) =>
      name === 'transaction' ? transaction : (Reflect.get(target, name, target) as unknown),
  });
  return { ...ctx, database };
}
