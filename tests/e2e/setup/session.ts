import type { Portal } from './portal';
import { openSession } from '~/domains/identity/index.server';
import { sessionCookie } from '~/http/guards/cookies.server';
import { contextFor } from '~/http/server/services.server';

const emailOf = (name: string) => `${name}@demo.gongzhi.example`;

/** The token of a new session of somebody of the demo community: signing in by the form has tests of its own. */
export async function sessionOf({ services }: Portal, name: string): Promise<string> {
  const { database, configuration } = services;
  const { id } = await database.read.person.findFirstOrThrow({
    where: { email: emailOf(name) },
    select: { id: true },
  });
  const token = await openSession(contextFor(services, { kind: 'visitor' }, 'zh-CN'), id, 'Walker');
  const [pair = ''] = (await sessionCookie(configuration).serialize(token)).split(';');
  return pair.slice('session='.length);
}

/** The Cookie header of a new session; none for a visitor. */
export const cookieOf = async (portal: Portal, name: string | null) =>
  name ? `session=${await sessionOf(portal, name)}` : '';
