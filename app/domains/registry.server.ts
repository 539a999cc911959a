import { accessOf } from './access-of-subjects.server';
import type { Context, ReadContext, TransactionContext } from './context';
import type { Listener } from './define-subject';
import type { PersonContext, SubjectServer } from './define-subject.server';
import { forgetDoneActs } from './do-once.server';
import { enforceTerms } from './enforce-terms.server';
import { ensureReads } from './ensure-reads';
import { fillSearchIndex } from './fill-search-index.server';
import type { KnownSubjects } from './known-subjects';
import type { EventDefinitions } from './ledger/define-events';
import { portalName } from './pages/index.server';
import { finishErasures } from './own-data.server';
import { subjectServers } from './subjects.server';
import { subjects } from './subjects';
import type { LaneGroup } from '~/platform/jobs/lanes.server';
import type { JobHandler, RecurringJob } from '~/platform/jobs/worker.server';

/** Every event type of every subject. */
export const allEvents: EventDefinitions = Object.assign({}, ...subjects.map(({ events }) => events));

/** One table of the parts that all subjects may have; what two of them name is a mistake of ours. */
function tableOf<Value>(
  partOf: (server: SubjectServer) => Partial<Record<string, Value>> | undefined,
): Map<string, Value> {
  const table = new Map<string, Value>();
  for (const server of subjectServers)
    for (const [name, value] of Object.entries(partOf(server) ?? {})) {
      if (table.has(name)) throw new Error(`Two subjects have ${name}`);
      if (value !== undefined) table.set(name, value);
    }
  return table;
}

const offers = new Map(subjects.flatMap(({ kinds }) => Object.entries(kinds)));

const listeners = new Map<string, Listener[]>();
for (const listener of subjects.flatMap((subject) => subject.listeners ?? []))
  for (const kind of listener.kinds) listeners.set(kind, [...(listeners.get(kind) ?? []), listener]);

/** Pictures of a kind are seen by who may read the thing itself. */
const pictured = [...offers].flatMap(([kind, { pictured: shown }]) =>
  shown === true ? [[kind, (ctx: ReadContext, id: string) => ensureReads(ctx, { kind, id })] as const] : [],
);

const doneByKinds = tableOf(({ doneBy }) => doneBy);

const [persons, ...morePersons] = subjectServers.flatMap((server) => server.persons ?? []);
if (!persons || morePersons.length > 0) throw new Error('One subject keeps persons');

/** Of each subject what it says of the actor, where that is a person. */
async function ofPerson<One>(
  ctx: ReadContext,
  partOf: (server: SubjectServer, ctx: PersonContext) => Promise<One[]> | undefined,
): Promise<One[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return [];
  return (await Promise.all(subjectServers.map((server) => partOf(server, { ...ctx, actor }) ?? []))).flat();
}

/** What the mechanisms that all subjects share know of them; the composition root lays it on each context. */
export const knownSubjects: KnownSubjects<ReadContext, Context, TransactionContext> = {
  all: subjects,
  access: accessOf(subjectServers),
  offersOf: (kind) => offers.get(kind) ?? null,
  listenersTo: (kind) => listeners.get(kind) ?? [],
  ensureMayPost: async (ctx, areaId) => {
    for (const { ensureMayPost } of subjectServers) await ensureMayPost?.(ctx, areaId);
  },
  audiences: tableOf(({ audiences }) => audiences),
  queueKinds: subjects.flatMap(({ queueKinds = [] }) => queueKinds),
  queue: tableOf(({ queue }) => queue),
  reports: tableOf(({ reports }) => reports),
  versions: tableOf(({ versions }) => versions),
  attachments: new Map([...pictured, ...tableOf(({ attachments }) => attachments)]),
  keepFile: async (ctx, contentHash) => {
    for (const { keepsFile } of subjectServers) if (await keepsFile?.(ctx, contentHash)) return true;
    return false;
  },
  moveAlong: async (ctx, moved) => {
    for (const { movesAlong } of subjectServers) await movesAlong?.(ctx, moved);
  },
  holdingAreas: subjectServers.flatMap(({ holdsAreas = [] }) => holdsAreas),
  areaClosed: async (ctx, closed) => {
    for (const { areaClosed } of subjectServers) await areaClosed?.(ctx, closed);
  },
  areaReopened: async (ctx, reopened) => {
    for (const { areaReopened } of subjectServers) await areaReopened?.(ctx, reopened);
  },
  names: tableOf(({ names }) => names),
  openWorkOf: async (ctx, organisationId) => {
    const counts = await Promise.all(
      subjectServers.map((server) => server.openWorkOf?.(ctx, organisationId) ?? 0),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  },
  persons,
  portalName,
  consents: tableOf(({ consents }) => consents),
  compared: tableOf(({ compared }) => compared),
  line: subjectServers.flatMap(({ line = [] }) => line),
  doneBy: async (ctx, organisationId) => {
    const done = [...doneByKinds].map(async ([kind, of]) =>
      (await of(ctx, organisationId)).map((one) => ({ kind, ...one })),
    );
    return (await Promise.all(done)).flat();
  },
  takenUp: tableOf(({ takenUp }) => takenUp),
  heldTerms: Object.fromEntries(tableOf(({ held }) => held?.terms)),
  termsOfOthers: Object.fromEntries(tableOf(({ held }) => held?.termsOfOthers)),
  setUp: subjectServers.flatMap(({ setUp = [] }) => setUp),
  published: tableOf(({ published = [] }) => Object.fromEntries(published.map((one) => [one.name, one]))),
  placed: tableOf(({ placed }) => placed),
  quotes: tableOf(({ quotes }) => quotes),
  waits: (ctx) => ofPerson(ctx, (server, ctx) => server.waits?.(ctx)),
  own: (ctx) => ofPerson(ctx, (server, ctx) => server.own?.(ctx)),
  weekly: (ctx, week) => ofPerson(ctx, (server, ctx) => server.weekly?.(ctx, week)),
  searches: [...tableOf(({ search }) => search).values()],
};

/** What the search index is filled with where a migration emptied it. */
const indexedKinds = tableOf(({ indexed }) => indexed);

export function jobHandlers(ctx: Context): Record<string, JobHandler> {
  return Object.fromEntries(tableOf(({ jobs }) => jobs?.(ctx)));
}

/** Jobs that wait for servers of others. */
export const jobGroups: readonly LaneGroup[] = subjectServers.flatMap((server) => server.jobGroups ?? []);

export function recurringJobs(ctx: Context): Record<string, RecurringJob> {
  return {
    ...Object.fromEntries(tableOf(({ recurring }) => recurring?.(ctx))),
    'held.terms': { everySeconds: 24 * 3600, isIrreversible: true, run: () => enforceTerms(ctx) },
    'identity.erased': { everySeconds: 3600, run: () => finishErasures(ctx) },
    'search.fill': { everySeconds: 60, run: () => fillSearchIndex(ctx, indexedKinds) },
    'acts.forget': { everySeconds: 60, run: () => forgetDoneActs(ctx) },
  };
}
