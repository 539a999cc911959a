import { createCookie } from '@remix-run/node';
import type { Request, Response } from 'express';
import { cookiesOf } from './request-cookies';
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
  const looking = lookUp(services, cookiesOf(request).values.session);
  response.locals.viewer = looking;
  return looking;
}

const reading = createCookie('session');
/** The form of the tokens that the portal makes: no other is looked up. */
const wellFormed = /^[\w-]{20,100}$/;

async function lookUp({ database, clock }: Services, session: string | undefined): Promise<RequestViewer> {
  const token: unknown = session === undefined ? null : await reading.parse(`session=${session}`);
  const sessionToken = typeof token === 'string' && wellFormed.test(token) ? token : null;
  return { sessionToken, actor: await resolveActor(database, sessionToken, clock.now()) };
}
