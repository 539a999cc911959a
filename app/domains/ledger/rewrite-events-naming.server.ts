import { rewriteEvent } from './rewrite-events.server';
import type { Prisma, Transaction } from '~/platform/db/database.server';

const atOnce = 200;

/** Events that somebody is named in: beside those that they acted in, or that are about them. */
export interface Naming {
  subjectKind: string;
  /** The field of the private part that says who is named; none where the person is the subject. */
  field?: string;
  /** Of these types alone. */
  types?: readonly string[];
}

/** The events of a person: their own ones, or those of a subject that names others than who acts. */
export interface WhichEvents {
  personId: string;
  naming?: Naming | undefined;
  /** Only those whose public part says this. */
  saying?: string;
}

const ownEvents = (id: string) => ({ OR: [{ actorPersonId: id }, { subjectKind: 'person', subjectId: id }] });
const eventsNaming = (id: string, { subjectKind, field, types }: Naming) => ({
  subjectKind,
  ...(types && { type: { in: [...types] } }),
  ...(field === undefined
    ? { subjectId: id }
    : { privateData: { contains: `${JSON.stringify(field)}:${JSON.stringify(id)}` } }),
});

const whereOf = ({ personId, naming, saying }: WhichEvents): Prisma.EventWhereInput => ({
  ...(naming ? eventsNaming(personId, naming) : ownEvents(personId)),
  ...(saying !== undefined && { publicData: { contains: JSON.stringify(saying).slice(1, -1) } }),
});

/** Puts other words into the events of a person, as `rewriteEvent`; answers the ids of those that read otherwise now. */
export async function rewriteEventsNaming(
  tx: Transaction,
  which: WhichEvents,
  change: (publicData: string) => string,
): Promise<string[]> {
  const where = whereOf(which);
  const rewritten: string[] = [];
  for (let after = 0; ;) {
    const events = await tx.prisma.event.findMany({
      where: { ...where, sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
      take: atOnce,
      select: { id: true, sequence: true, publicData: true },
    });
    for (const { id, publicData: before } of events) {
      const publicData = change(before);
      if (publicData === before) continue;
      await rewriteEvent(tx, id, publicData);
      rewritten.push(id);
    }
    if (events.length < atOnce) return rewritten;
    after = events.at(-1)?.sequence ?? after;
  }
}
