import type { IncomingMessage } from 'node:http';
import { createCookie } from '@remix-run/node';
import { secureCookies } from './guards/cookies.server';
import { cookiesOf, sessionName } from './guards/request-cookies';
import type { Services } from './server/services.server';
import type { Actor } from '~/domains/actor';
import { resolveActor } from '~/domains/identity/index.server';

export interface RequestViewer {
  sessionToken: string | null;
  actor: Actor;
}

const readings = new WeakMap<IncomingMessage, Promise<RequestViewer>>();

/** Who asks: looked up once in a request, however many ask for it. */
export function viewerOf(services: Services, request: IncomingMessage): Promise<RequestViewer> {
  const known = readings.get(request);
  if (known) return known;
  const name = sessionName(secureCookies(services.configuration));
  const looking = lookUp(services, cookiesOf(request).values[name]);
  readings.set(request, looking);
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
