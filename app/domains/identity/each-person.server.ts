import type { Transaction } from '~/platform/db/database.server';

const readAtOnce = 1000;

/** The ids of all people whose accounts are not erased, in their order, read in pieces. */
export async function* eachPersonId(tx: Transaction): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const people = await tx.prisma.person.findMany({
      where: { id: { gt: after }, erasedAt: null },
      orderBy: { id: 'asc' },
      take: readAtOnce,
      select: { id: true },
    });
    for (const { id } of people) yield id;
    const last = people.at(-1);
    if (!last) return;
    after = last.id;
  }
}
