import type { Actor } from './actor';
import type { ReadContext } from './context';
import type { KindAccess, SubjectServer, Titled } from './define-subject.server';
import { resolvePerson } from './identity/index.server';
import { keyOfSubject } from './ledger/index.server';
import type { ShownSubject, SubjectAccess, SubjectKey } from './ledger/index.server';

/** So many ids stand in one statement at most. */
const atOnce = 200;

const visitor: Actor = { kind: 'visitor' };

const idsOf = (keys: readonly SubjectKey[], kind: string): string[] => [
  ...new Set(keys.flatMap((key) => (key.kind === kind ? [key.id] : []))),
];

/** Of these things of a kind, those that may not leave the house by its stricter rule. */
async function keptInside(ctx: ReadContext, { outgoing }: KindAccess, ids: string[]): Promise<string[]> {
  if (!outgoing) return [];
  const out = new Set<string>();
  for (let start = 0; start < ids.length; start += atOnce)
    for (const { id } of await outgoing(ctx, ids.slice(start, start + atOnce))) out.add(id);
  return ids.filter((id) => !out.has(id));
}

/** Who may read what, by the rule of each kind. A kind that no subject names may be read by nobody. */
export function accessOf(servers: readonly SubjectServer[]): SubjectAccess<ReadContext> {
  const entries = servers.flatMap(({ access }) => Object.entries(access) as [string, KindAccess][]);
  const kinds = new Map(entries);

  async function ofKind(ctx: ReadContext, kind: string, ids: readonly string[]): Promise<Titled[]> {
    const access = kinds.get(kind);
    if (!access) return [];
    const found: Titled[] = [];
    for (let start = 0; start < ids.length; start += atOnce)
      found.push(...(await access.listed(ctx, ids.slice(start, start + atOnce), readable)));
    return found;
  }

  async function readable(ctx: ReadContext, keys: readonly SubjectKey[]): Promise<Map<string, ShownSubject>> {
    const byKind = new Map<string, Set<string>>();
    for (const { kind, id } of keys) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id));
    const shown = new Map<string, ShownSubject>();
    for (const [kind, ids] of byKind)
      for (const { id, title } of await ofKind(ctx, kind, [...ids]))
        shown.set(keyOfSubject({ kind, id }), { title });
    return shown;
  }

  async function outgoing(ctx: ReadContext, keys: readonly SubjectKey[]): Promise<Map<string, ShownSubject>> {
    const shown = await readable({ ...ctx, actor: visitor }, keys);
    for (const [kind, access] of kinds)
      for (const id of await keptInside(ctx, access, idsOf(keys, kind)))
        shown.delete(keyOfSubject({ kind, id }));
    return shown;
  }

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

  return { readable, outgoing, readableBy, readersAmong };
}
