import { createCookie } from '@remix-run/node';
import { openSession } from '~/domains/identity/index.server';
import { contextFor } from '~/http/server/services.server';
import type { Services } from '~/http/server/services.server';

/** A new person of this id with an open session; answers the value of its cookie. */
export async function personWithSession(services: Services, id: string): Promise<string> {
  const { database, clock } = services;
  const person = { id, email: `${id}@example.org`, displayName: id, createdAt: clock.now() };
  await database.transaction((tx) => tx.prisma.person.create({ data: person }));
  const ctx = contextFor(services, { kind: 'system' }, 'zh-CN');
  const written = await createCookie('session').serialize(await openSession(ctx, id, 'test'));
  return (written.split(';')[0] ?? '').slice('session='.length);
}
