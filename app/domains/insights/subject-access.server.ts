import { readableAgreements } from '../agreements/index.server';
import type { Actor } from '../actor';
import type { ReadContext } from '../context';
import { readableComments } from '../deliberation/index.server';
import { readableFeedback } from '../feedback/index.server';
import { resolvePerson } from '../identity/index.server';
import { keyOfSubject } from '../ledger/index.server';
import type { ShownSubject, SubjectAccess, SubjectKey } from '../ledger/index.server';
import { readableStatements } from '../opinions/index.server';
import { readableOrganisations } from '../organisations/index.server';
import { readableProposals } from '../proposals/index.server';
import { readableOrders } from '../workorders/index.server';

interface Titled {
  id: string;
  title: string | null;
}

type ReadKind = (ctx: ReadContext, ids: string[]) => Promise<Titled[]>;

const titled = { id: true, title: true } as const;
const untitled = (ids: readonly string[]) => ids.map((id) => ({ id, title: null }));

/** A comment is read where its matter is, and bears its title. */
const comments: ReadKind = async (ctx, ids) => {
  const rows = await ctx.database.read.comment.findMany({
    where: { AND: readableComments(ctx.actor), id: { in: ids } },
    select: { id: true, subjectKind: true, subjectId: true },
  });
  const matters = rows.map((row) => ({ kind: row.subjectKind, id: row.subjectId }));
  const read = await readable(ctx, matters);
  return rows.flatMap(({ id, subjectKind, subjectId }) => {
    const matter = read.get(keyOfSubject({ kind: subjectKind, id: subjectId }));
    return matter ? [{ id, title: matter.title }] : [];
  });
};

/** Of these ids those that the context's actor may read, by the rule of each kind. */
const kinds: Record<string, ReadKind> = {
  proposal: ({ database, actor }, ids) =>
    database.read.proposal.findMany({
      where: { AND: readableProposals(actor), id: { in: ids } },
      select: titled,
    }),
  feedback: ({ database, actor }, ids) =>
    database.read.feedback.findMany({
      where: { AND: readableFeedback(actor), id: { in: ids } },
      select: titled,
    }),
  'work-order': ({ database, actor }, ids) =>
    database.read.workOrder.findMany({
      where: { AND: readableOrders(actor), id: { in: ids } },
      select: titled,
    }),
  agreement: ({ database, actor }, ids) =>
    database.read.agreement.findMany({
      where: { AND: readableAgreements(actor), id: { in: ids } },
      select: titled,
    }),
  conversation: ({ database }, ids) =>
    database.read.conversation.findMany({ where: { id: { in: ids } }, select: titled }),
  ballot: ({ database }, ids) =>
    database.read.ballot.findMany({ where: { id: { in: ids } }, select: titled }),
  opportunity: ({ database }, ids) =>
    database.read.opportunity.findMany({ where: { id: { in: ids } }, select: titled }),
  organisation: async ({ database, actor }, ids) => {
    const where = { AND: readableOrganisations(actor), id: { in: ids } };
    const rows = await database.read.organisation.findMany({ where, select: { id: true, name: true } });
    return rows.map(({ id, name }) => ({ id, title: name }));
  },
  area: async ({ database }, ids) => {
    const rows = await database.read.area.findMany({ where: { id: { in: ids } }, select: { id: true } });
    return untitled(rows.map(({ id }) => id));
  },
  statement: async ({ database, actor }, ids) => {
    const where = { AND: readableStatements(actor), id: { in: ids } };
    const rows = await database.read.statement.findMany({ where, select: { id: true } });
    return untitled(rows.map(({ id }) => id));
  },
  comment: comments,
};

/** Kinds that are for everyone, or told to none but those whom they concern by name. */
const ruleless = [
  ...['target', 'statistics', 'responsibility', 'deadlines'],
  ...[
    'person',
    'residence',
    'api-key',
    'webhook-endpoint',
    'inbound-source',
    'open311-target',
    'order-import',
  ],
];

/** Every kind of subject of which something is told. */
export const accessKinds: readonly string[] = [...Object.keys(kinds), ...ruleless];

/** So many ids stand in one statement at most. */
const atOnce = 200;

async function readOfKind(ctx: ReadContext, kind: string, ids: readonly string[]): Promise<Titled[]> {
  if (ruleless.includes(kind)) return untitled(ids);
  const read = kinds[kind];
  if (!read) return [];
  const found: Titled[] = [];
  for (let start = 0; start < ids.length; start += atOnce)
    found.push(...(await read(ctx, ids.slice(start, start + atOnce))));
  return found;
}

async function readable(ctx: ReadContext, keys: readonly SubjectKey[]): Promise<Map<string, ShownSubject>> {
  const byKind = new Map<string, Set<string>>();
  for (const { kind, id } of keys) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id));
  const shown = new Map<string, ShownSubject>();
  for (const [kind, ids] of byKind)
    for (const { id, title } of await readOfKind(ctx, kind, [...ids]))
      shown.set(keyOfSubject({ kind, id }), { title });
  return shown;
}

const visitor: Actor = { kind: 'visitor' };

async function readableBy(ctx: ReadContext, personId: string, keys: readonly SubjectKey[]) {
  const actor = await resolvePerson(ctx.database, personId, null);
  return readable({ ...ctx, actor }, keys);
}

async function readersAmong(ctx: ReadContext, key: SubjectKey, personIds: readonly string[]) {
  // What a visitor may read, everyone may: a whole city that is told of a ballot is asked once.
  if ((await readable({ ...ctx, actor: visitor }, [key])).size > 0) return new Set(personIds);
  const readers = new Set<string>();
  for (const personId of personIds)
    if ((await readableBy(ctx, personId, [key])).size > 0) readers.add(personId);
  return readers;
}

/** Who may read what, by the rules of all subjects. */
export const accessOfAllSubjects: SubjectAccess = { readable, readableBy, readersAmong };
