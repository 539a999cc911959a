import type { ReadContext } from '../context';
import { otherSubject } from './other-subject';
import { keyOfSubject } from './subject-access';
import type { SubjectKey } from './subject-access';

interface Told {
  subjectKind: string;
  subjectId: string;
  data: Readonly<Record<string, unknown>>;
}

/** What an event names: what it is about, and by fields of its words other things. */
interface Named {
  /** Who may not read one of these is told nothing of the event. */
  about: SubjectKey[];
  /** Of what each of these fields tells. */
  by: { field: string; keys: SubjectKey[] }[];
}

/** The kind whose id a field of that name holds: `workOrderId` that of an order. */
const kindIn = (field: string): string | undefined =>
  /^(.+)Id$/.exec(field)?.[1]?.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function ledTo({ subjects }: ReadContext, data: Told['data']): Named['by'] {
  return Object.entries(data).flatMap(([field, id]) => {
    const kind = kindIn(field);
    const known = kind !== undefined && subjects.offersOf(kind) !== null && typeof id === 'string';
    return known ? [{ field, keys: [{ kind, id }] }] : [];
  });
}

/** Of what the words are that events hold of other things than their own: by the thing that the event is about. */
async function quoted(ctx: ReadContext, events: readonly Told[]): Promise<(event: Told) => Named['by']> {
  const of = new Map<string, SubjectKey[]>();
  for (const [kind, { fields, of: find }] of ctx.subjects.quotes) {
    const quoting = events.filter(
      ({ subjectKind, data }) => subjectKind === kind && fields.some((field) => field in data),
    );
    if (quoting.length === 0) continue;
    for (const { id, quoted: key } of await find(ctx, [...new Set(quoting.map((one) => one.subjectId))])) {
      const by = keyOfSubject({ kind, id });
      of.set(by, [...(of.get(by) ?? []), key]);
    }
  }
  return ({ subjectKind: kind, subjectId: id, data }) => {
    const keys = of.get(keyOfSubject({ kind, id })) ?? [];
    const { fields = [] } = ctx.subjects.quotes.get(kind) ?? {};
    return fields.flatMap((field) => (field in data && keys.length > 0 ? [{ field, keys }] : []));
  };
}

/** All that each of the events names, by reads whose number does not grow with them. */
async function namedIn(ctx: ReadContext, events: readonly Told[]): Promise<Named[]> {
  const quotedBy = await quoted(ctx, events);
  return events.map((event) => {
    const { subjectKind: kind, subjectId: id, data } = event;
    const other = otherSubject(kind, data);
    return {
      about: [{ kind, id }, ...(other ? [other] : [])],
      by: [...ledTo(ctx, data), ...quotedBy(event)],
    };
  });
}

const keysOf = ({ about, by }: Named) => [...about, ...by.flatMap(({ keys }) => keys)];

/**
 * The events as they may be told outside: without those about what may not leave the house, and of the others without
 * the fields that lead to such things or quote them.
 */
export async function toldOutside<Event extends Told>(
  ctx: ReadContext,
  events: readonly Event[],
): Promise<Event[]> {
  const named = await namedIn(ctx, events);
  const outgoing = await ctx.subjects.access.outgoing(ctx, named.flatMap(keysOf));
  const mayGo = (key: SubjectKey) => outgoing.has(keyOfSubject(key));
  return events.flatMap((event, at) => {
    const { about, by } = named[at] ?? { about: [], by: [] };
    if (about.length === 0 || !about.every(mayGo)) return [];
    const withheld = by.filter(({ keys }) => !keys.every(mayGo)).map(({ field }) => field);
    const shown = Object.entries(event.data).filter(([field]) => !withheld.includes(field));
    return [{ ...event, data: Object.fromEntries(shown) }];
  });
}

/** Whether the reader may read all that the event names: as a whole it is read then alone. */
export async function mayReadWhole(ctx: ReadContext, event: Told): Promise<boolean> {
  const keys = (await namedIn(ctx, [event])).flatMap(keysOf);
  const readable = await ctx.subjects.access.readable(ctx, keys);
  return keys.every((key) => readable.has(keyOfSubject(key)));
}
