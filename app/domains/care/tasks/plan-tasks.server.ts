import type { Context, ReadContext, TransactionContext } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { personOf } from '../../person-of';
import { careTaskLifecycle } from '../lifecycle';
import { ensureOpened } from '../needs/look.server';
import { concernedBy, holdNeed, moveNeed, tellOfOffice } from '../load-need.server';
import type { HeldNeed } from '../load-need.server';
import { mayPlan } from '../policy';
import { startsOfPlan } from '../rules/series';
import type { PlanInput } from '../schema';
import { sealWords } from '../sealed.server';
import { newId } from '~/platform/ids';

const furthest = 180 * 24 * 3600_000;

/** Throws `invalid` where the first is not to come, or far away. */
function ensureTime(ctx: ReadContext, { startsAt }: PlanInput, need: HeldNeed): void {
  const ahead = startsAt.getTime() - ctx.clock.now().getTime();
  const invalid = (reason: string) => new DomainError('invalid', { field: 'startsAt', reason });
  if (ahead <= 0) throw invalid('care.in-the-past');
  if (ahead > furthest) throw invalid('care.too-far');
  if (need.until !== null && startsAt > need.until) throw invalid('care.after-its-end');
}

/** Those of a series that lie behind the last day of the entry are not planned. */
function startsFor(ctx: ReadContext, input: PlanInput, need: HeldNeed): Date[] {
  const { timeZone } = ctx.configuration;
  const starts = startsOfPlan({ startsAt: input.startsAt, timeZone }, input);
  return starts.filter((start) => need.until === null || start <= need.until);
}

async function writeTasks(ctx: TransactionContext, need: HeldNeed, input: PlanInput): Promise<string> {
  const now = ctx.clock.now();
  const starts = startsFor(ctx, input, need);
  const firstId = newId(now);
  const rows = starts.map((startsAt, at) => ({
    id: at === 0 ? firstId : newId(now),
    ...{ needId: need.id, kind: input.kind, state: careTaskLifecycle.initial, startsAt },
    endsAt: new Date(startsAt.getTime() + input.minutes * 60_000),
    sealedTask: sealWords(ctx, input.what),
    seriesId: starts.length > 1 ? firstId : null,
    ...{ plannedBy: personOf(ctx), plannedAt: now },
  }));
  await ctx.prisma.careTask.createMany({ data: rows });
  return firstId;
}

/** Plans a visit or a check call, or one a week; answers the id of the first. Those concerned are told once. */
export async function planTasks(ctx: Context, needId: string, input: PlanInput): Promise<string> {
  return doOnce(ctx, `care-task.plan ${needId}`, async (ctx) => {
    const need = await holdNeed(ctx, needId);
    ensure(mayPlan(ctx.actor, need));
    await ensureOpened(ctx, needId);
    ensureTime(ctx, input, need);
    const id = await writeTasks(ctx, need, input);
    if (need.state === 'accepted') await moveNeed(ctx, { need, event: 'begin' });
    const { areaId } = need;
    const to = concernedBy(need);
    await tellOfOffice(ctx, { type: 'care-task.planned', kind: 'care-task', id, areaId, to });
    return id;
  });
}
