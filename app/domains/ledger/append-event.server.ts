import type { ReadContext, TransactionContext } from '../context';
import type { EventDefinition, EventDefinitions } from './define-events';
import { newId } from '~/platform/ids';
import { enqueue } from '~/platform/jobs/enqueue.server';

export interface NewEvent<Type extends string> {
  type: Type;
  subjectKind: string;
  subjectId: string;
  areaId?: string | null;
  /** What anyone may read: `title` and what the texts of notifications need. */
  publicData: Record<string, unknown>;
  privateData?: Record<string, unknown>;
}

/** Raw, because each vote appends one: Prisma's create takes several times as long. */
const insertEvent = `INSERT INTO "Event" ("id", "type", "subjectKind", "subjectId", "areaId", "actorPersonId",
  "actorOrganisationId", "mandate", "at", "isPublic", "publicData", "privateData")
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function actorColumns(ctx: ReadContext) {
  if (ctx.actor.kind !== 'person') return { actorPersonId: null, actorOrganisationId: null, mandate: null };
  const { personId, actingFor } = ctx.actor;
  return {
    actorPersonId: personId,
    actorOrganisationId: actingFor?.organisationId ?? null,
    mandate: actingFor?.mandate ?? null,
  };
}

/**
 * Appends one event in the transaction of the change it tells of, and the job that tells its audience.
 * Who acted, and for which organisation by which mandate, is taken from the context.
 */
export async function appendEvent<Type extends string>(
  ctx: TransactionContext,
  definitions: EventDefinitions<Type>,
  event: NewEvent<Type>,
): Promise<string> {
  const definition: EventDefinition = definitions[event.type];
  const at = ctx.clock.now();
  const id = newId(at);
  const { actorPersonId, actorOrganisationId, mandate } = actorColumns(ctx);
  await ctx.sql.run(insertEvent, [
    id,
    event.type,
    event.subjectKind,
    event.subjectId,
    event.areaId ?? null,
    actorPersonId,
    actorOrganisationId,
    mandate,
    at,
    definition.isPublic,
    JSON.stringify(event.publicData),
    event.privateData ? JSON.stringify(event.privateData) : null,
  ]);
  const audience = definition.audience({
    type: event.type,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    areaId: event.areaId ?? null,
    actorPersonId,
    publicData: event.publicData,
    privateData: event.privateData ?? {},
  });
  if (audience.some((member) => member.kind !== 'nobody')) {
    await enqueue(ctx, {
      kind: 'notify',
      payload: { eventId: id, audience },
      runAt: at,
      idempotencyKey: `notify:${id}`,
    });
  }
  for (const { job, publicOnly = false } of ctx.subjects.listenersTo(event.subjectKind)) {
    if (publicOnly && !definition.isPublic) continue;
    await enqueue(ctx, {
      kind: job,
      payload: { subjectId: event.subjectId, eventId: id },
      runAt: at,
      idempotencyKey: `${job}:${id}`,
    });
  }
  ctx.afterCommit(() => ctx.invalidatePages(definition.topics));
  return id;
}
