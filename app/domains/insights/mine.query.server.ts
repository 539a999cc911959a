import type { ReadContext } from '../context';
import type { OwnMatter, Waiting } from '../waiting';
import { byUrgency } from './rules/by-urgency';

/** Few enough to read at one glance; the lists of each kind have all. */
const shown = 10;

/** What waits for the actor in all subjects, the most urgent first; nothing for a visitor. */
export async function waitingFor(ctx: ReadContext): Promise<Waiting[]> {
  return byUrgency(await ctx.subjects.waits(ctx), ctx.clock.now());
}

/** What waits for the person, and what became of what they asked, the newest first. */
export async function minePage(ctx: ReadContext): Promise<{ waiting: Waiting[]; matters: OwnMatter[] }> {
  const [waiting, matters] = await Promise.all([waitingFor(ctx), ctx.subjects.own(ctx)]);
  const newest = [...matters].sort((one, other) => other.at.getTime() - one.at.getTime());
  return { waiting, matters: newest.slice(0, shown) };
}
