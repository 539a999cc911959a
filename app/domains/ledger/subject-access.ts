import type { ReadContext } from '../context';

export interface SubjectKey {
  kind: string;
  id: string;
}

/** What may be told of a thing that may be read: its title as it is now, or null where it has none of its own. */
export interface ShownSubject {
  title: string | null;
}

export const keyOfSubject = ({ kind, id }: SubjectKey) => `${kind}:${id}`;

/**
 * Who may read what, asked where things of any kind are told or listed. This subject stands below those whose rules it
 * asks: the registry connects them.
 */
export interface SubjectAccess {
  /** Of these things, by their key, those that the context's actor may read now. */
  readable(ctx: ReadContext, keys: readonly SubjectKey[]): Promise<Map<string, ShownSubject>>;
  /** The same for a person who is not the context's actor. */
  readableBy(
    ctx: ReadContext,
    personId: string,
    keys: readonly SubjectKey[],
  ): Promise<Map<string, ShownSubject>>;
  /** Of these persons, those who may read the thing now. */
  readersAmong(ctx: ReadContext, key: SubjectKey, personIds: readonly string[]): Promise<Set<string>>;
}

/** Kinds that are for everyone in each of their states. */
const openKinds = ['ballot', 'conversation', 'opportunity', 'area'];

/** As long as no rule can be asked, what is for everyone in any case may be read, and nothing else. */
const openOnly = (keys: readonly SubjectKey[]) =>
  Promise.resolve(
    new Map(
      keys.flatMap((key) => (openKinds.includes(key.kind) ? [[keyOfSubject(key), { title: null }]] : [])),
    ),
  );

const unconnected: SubjectAccess = {
  readable: (_ctx, keys) => openOnly(keys),
  readableBy: (_ctx, _personId, keys) => openOnly(keys),
  readersAmong: (_ctx, { kind }, personIds) =>
    Promise.resolve(new Set(openKinds.includes(kind) ? personIds : [])),
};

let connected = unconnected;

/** Wires the rules of all subjects in, once, when the registry is loaded. */
export function connectSubjectAccess(access: SubjectAccess): void {
  connected = access;
}

export const subjectAccess = (): SubjectAccess => connected;
