import type { Request, Response } from 'express';
import { sessionCookie } from './cookies.server';
import type { Services } from './services.server';
import type { Actor } from '~/domains/actor';
import { resolveActor } from '~/domains/identity/index.server';

export interface RequestViewer {
  sessionToken: string | null;
  actor: Actor;
}

/** Who asks: looked up once in a request, however many ask for it. */
export function viewerOf(services: Services, request: Request, response: Response): Promise<RequestViewer> {
  const known = response.locals.viewer as Promise<RequestViewer> | undefined;
  if (known) return known;
  const looking = lookUp(services, request.headers.cookie ?? null);
  response.locals.viewer = looking;
  return looking;
}

async function lookUp({ configuration, database, clock }: Services, cookies: string | null) {
  const token: unknown = await sessionCookie(configuration).parse(cookies);
  const sessionToken = typeof token === 'string' ? token : null;
  return { sessionToken, actor: await resolveActor(database, sessionToken, clock.now()) };
}
