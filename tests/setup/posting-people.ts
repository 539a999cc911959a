import type { TestContext } from './context';
import type { TestPortal } from './portal';
import { openSession, resolvePerson } from '~/domains/identity/index.server';
import { sessionCookie } from '~/http/guards/cookies.server';
import { contextFor } from '~/http/server/services.server';

/** What the factories ask for, over the portal's own services. */
export function contextOfPortal({ services }: TestPortal): TestContext {
  const as = (who: unknown) => contextFor(services, who as never, 'zh-CN');
  return {
    database: services.database,
    clock: services.clock,
    as: (who: unknown) => as(typeof who === 'string' ? { kind: who } : who),
    asPerson: async (id: string, organisationId?: string) =>
      as(await resolvePerson(services.database, id, organisationId ?? null)),
  } as unknown as TestContext;
}

/** The cookie of a person who is signed in, acting for an organisation where one is named. */
export async function signedInCookie(
  portal: TestPortal,
  personId: string,
  organisationId: string | null = null,
): Promise<string> {
  const test = contextOfPortal(portal);
  const token = await openSession(await test.asPerson(personId), personId, 'test');
  if (organisationId !== null)
    await test.database.transaction((tx) =>
      tx.prisma.session.updateMany({ where: { personId }, data: { organisationId } }),
    );
  return (await sessionCookie(portal.services.configuration).serialize(token)).split(';')[0] ?? '';
}

export interface PostedForm {
  cookie: string;
  path: string;
  form: Record<string, string | string[]>;
}

/** Posts a form as a browser does. */
export function postForm(portal: TestPortal, { cookie, path, form }: PostedForm): Promise<Response> {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((one) => [name, one]) : [[name, value]],
  );
  return portal.ask(path, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(pairs as [string, string][]).toString(),
  });
}
