import type { Context } from '../context';
import type { EventDefinition, EventDefinitions } from './define-events';
import type { Transaction } from '~/platform/db/database.server';
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

function actorColumns(ctx: Context) {
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
  tx: Transaction,
  ctx: Context,
  definitions: EventDefinitions<Type>,
  event: NewEvent<Type>,
): Promise<string> {
  const definition: EventDefinition = definitions[event.type];
  const at = ctx.clock.now();
  const id = newId(at);
  await tx.prisma.event.create({
    data: {
      id,
      type: event.type,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId,
      areaId: event.areaId ?? null,
      ...actorColumns(ctx),
      at,
      isPublic: definition.isPublic,
      publicData: JSON.stringify(event.publicData),
      privateData: event.privateData ? JSON.stringify(event.privateData) : null,
    },
  });
  const audience = definition.audience({
    type: event.type,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    areaId: event.areaId ?? null,
    actorPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    publicData: event.publicData,
    privateData: event.privateData ?? {},
  });
  if (audience.some((member) => member.kind !== 'nobody')) {
    await enqueue(tx, {
      kind: 'notify',
      payload: { eventId: id, audience },
      runAt: at,
      idempotencyKey: `notify:${id}`,
    });
  }
  tx.afterCommit(() => ctx.invalidatePages(definition.topics));
  return id;
}
