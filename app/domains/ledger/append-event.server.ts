import type { ReadContext, TransactionContext } from '../context';
import type { Audience, EventDefinition, EventDefinitions, KeptOf, SaidOf } from './define-events';
import { newId } from '~/platform/ids';
import { enqueue } from '~/platform/jobs/enqueue.server';

export type NewEvent<E, Type extends keyof E & string> = {
  type: Type;
  subjectKind: string;
  subjectId: string;
  areaId?: string | null;
  /** What whoever may read the event reads: `title` and what the texts of notifications need. */
  publicData: SaidOf<E, Type>;
} & (object extends KeptOf<E, Type>
  ? { privateData?: KeptOf<E, Type> | undefined }
  : { privateData: KeptOf<E, Type> });

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
 * Who acted, and for which organisation by which mandate, is taken from the context. What it says and keeps is checked
 * by the schemas of its type: an act that would put anything else on record fails whole. So does posting by a person
 * who may not: whatever use case it is, it is asked here.
 */
export async function appendEvent<E extends EventDefinitions, Type extends keyof E & string>(
  ctx: TransactionContext,
  definitions: E,
  event: NewEvent<E, Type>,
): Promise<string> {
  const definition: EventDefinition = definitions[event.type] as EventDefinition;
  const publicData = checked(event.type, definition.said, event.publicData);
  const privateData = event.privateData && checked(event.type, definition.kept, event.privateData);
  if (definition.posts) await ctx.subjects.ensureMayPost(ctx, event.areaId ?? null);
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
    JSON.stringify(publicData),
    privateData ? JSON.stringify(privateData) : null,
  ]);
  const audience = definition.audience({
    type: event.type,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    areaId: event.areaId ?? null,
    actorPersonId,
    publicData,
    privateData: privateData ?? {},
  });
  await enqueueTelling(ctx, { id, at, audience, isPublic: definition.isPublic, ...event });
  ctx.afterCommit(() => ctx.invalidatePages(definition.topics));
  return id;
}

function checked(type: string, schema: EventDefinition['said'], data: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `The event ${type} does not say what it should: ${issue?.path.join('.') ?? ''} ${issue?.message}`,
  );
}

interface Appended {
  id: string;
  at: Date;
  subjectKind: string;
  subjectId: string;
  isPublic: boolean;
  audience: readonly Audience[];
}

/** The jobs that tell the audience, and those of the subjects that listen. */
async function enqueueTelling(ctx: TransactionContext, appended: Appended): Promise<void> {
  if (appended.audience.some((member) => member.kind !== 'nobody')) {
    await enqueue(ctx, {
      kind: 'notify',
      payload: { eventId: appended.id, audience: appended.audience },
      runAt: appended.at,
      idempotencyKey: `notify:${appended.id}`,
    });
  }
  for (const { job, publicOnly = false } of ctx.subjects.listenersTo(appended.subjectKind)) {
    if (publicOnly && !appended.isPublic) continue;
    await enqueue(ctx, {
      kind: job,
      payload: { subjectId: appended.subjectId, eventId: appended.id },
      runAt: appended.at,
      idempotencyKey: `${job}:${appended.id}`,
    });
  }
}
