import type { ReadContext } from '../context';
import { monthOf } from '~/lib/time/month';

/** The present month by the portal's clock. */
export function monthNow(ctx: ReadContext): string {
  return monthOf(ctx.clock.now(), ctx.configuration.timeZone);
}
