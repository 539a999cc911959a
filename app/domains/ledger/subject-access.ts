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
 * Who may read what, by the rules of all subjects: asked where things of any kind are told or listed. It stands on the
 * context, since the ledger and notifications stand below those whose rules they ask.
 */
export interface SubjectAccess<Ctx> {
  /** Of these things, by their key, those that the context's actor may read now. */
  readable(ctx: Ctx, keys: readonly SubjectKey[]): Promise<Map<string, ShownSubject>>;
  /** The same for a person who is not the context's actor. */
  readableBy(ctx: Ctx, personId: string, keys: readonly SubjectKey[]): Promise<Map<string, ShownSubject>>;
  /** Of these things, those that may be told outside: what anyone may read, by the stricter rule where a kind has one. */
  outgoing(ctx: Ctx, keys: readonly SubjectKey[]): Promise<Map<string, ShownSubject>>;
  /** Of these persons, those who may read the thing now. */
  readersAmong(ctx: Ctx, key: SubjectKey, personIds: readonly string[]): Promise<Set<string>>;
}
