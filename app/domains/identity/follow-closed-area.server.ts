import { z } from 'zod';
import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { appendEvent } from '../ledger/index.server';
import { moveQueueItems } from '../moderation/index.server';
import { officialAreaNames, successorsOf } from '../territory/index.server';
import { identityEvents } from './events';
import { openAt } from './invitations/invite-to-role.server';
import { residenceLifecycle } from './lifecycle';
import { householdIn } from './residence/household-in.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { newId } from '~/platform/ids';

const closedSchema = z.object({ from: z.string(), into: z.string() });
export type ClosedArea = z.output<typeof closedSchema>;

/** Offices and what waits go over at once; residents, who may be many, by a job. */
export async function followClosedArea(ctx: TransactionContext, { from, into }: ClosedArea): Promise<void> {
  const now = ctx.clock.now();
  for (const held of await ctx.prisma.roleHeld.findMany({ where: { areaId: from } })) {
    const { personId, role, grantedBy, createdAt } = held;
    await ctx.sql.run(
      `INSERT INTO "RoleHeld" ("id", "personId", "role", "areaId", "grantedBy", "createdAt")
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ("personId", "role", "areaId") DO NOTHING`,
      [newId(now), personId, role, into, grantedBy, createdAt],
    );
    await ctx.prisma.roleHeld.delete({ where: { id: held.id } });
    await appendEvent(ctx, identityEvents, {
      ...{ type: 'role.moved', subjectKind: 'person', subjectId: personId, areaId: into },
      publicData: { title: '', role },
    });
  }
  await ctx.prisma.roleInvitation.updateMany({
    where: { areaId: from, ...openAt(now) },
    data: { areaId: into },
  });
  const waiting = { areaId: from, state: residenceLifecycle.initial };
  const requests = await ctx.prisma.residenceVerification.findMany({ where: waiting, select: { id: true } });
  await ctx.prisma.residenceVerification.updateMany({ where: waiting, data: { areaId: into } });
  const subjectIds = requests.map(({ id }) => id);
  await moveQueueItems(ctx, { subjectKind: 'residence', subjectIds, areaId: into });
  await enqueue(ctx, {
    ...{ kind: 'identity.area-closed', payload: { from, into }, runAt: now },
    // It may be opened again, and closed once more.
    idempotencyKey: `area-closed:${from}:${now.toISOString()}`,
  });
}

const together = 50;

/** Moves the next few; answers whether there may be more. */
async function moveSome(ctx: TransactionContext, from: string): Promise<boolean> {
  const [closed] = await successorsOf(ctx.database, [from]);
  // Open again meanwhile.
  if (!closed?.successorId) return false;
  const into = closed.successorId;
  const hashing = await ctx.keys.hold(ctx);
  const people = await ctx.prisma.person.findMany({
    where: { OR: [{ residenceAreaId: from }, { homeAreaId: from }] },
    orderBy: { id: 'asc' },
    take: together,
    select: { id: true, residenceAreaId: true, homeAreaId: true },
  });
  const names = await officialAreaNames(ctx, [from, into]);
  for (const { id, residenceAreaId, homeAreaId } of people) {
    const lives = residenceAreaId === from;
    const household = lives ? await householdIn(ctx, hashing, { personId: id, areaId: into }) : {};
    await ctx.prisma.person.update({
      where: { id },
      data: {
        ...(lives && { residenceAreaId: into, ...household }),
        ...(homeAreaId === from && { homeAreaId: into }),
      },
    });
    await appendEvent(ctx, identityEvents, {
      ...{ type: 'residence.area-closed', subjectKind: 'person', subjectId: id, areaId: into },
      publicData: { title: '', was: names[from] ?? from, now: names[into] ?? into },
    });
  }
  return people.length === together;
}

/** The handler of the job: done again it finds nobody. */
export async function moveResidents(ctx: Context, payload: unknown): Promise<void> {
  const { from } = closedSchema.parse(payload);
  while (await inTransaction(ctx, (ctx) => moveSome(ctx, from))) await ctx.giveWay();
}
