import type { IncomingMessage } from 'node:http';
import type { Configuration } from '~/platform/configuration.server';

type Addressed = Pick<Configuration, 'publicUrl' | 'hasPublicUrl' | 'trustProxy'>;

/** The first of what proxies write one after another, as far as they are trusted to tell. */
function forwarded(request: IncomingMessage, name: string, trustProxy: number): string | undefined {
  if (trustProxy === 0) return undefined;
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value)?.split(',', 1)[0]?.trim();
}

/** Host and port as the visitor sees them, as far as proxies are trusted to tell; undefined where nobody says. */
export function statedHost(request: IncomingMessage, trustProxy: number): string | undefined {
  return forwarded(request, 'x-forwarded-host', trustProxy) || request.headers.host;
}

/**
 * The origin under which a request is answered: that of PUBLIC_URL where it is set, whatever a proxy in front makes
 * of the host; else what the request says. It may be no address: whoever builds one from it has to expect that.
 */
export function originOf(configuration: Addressed, request: IncomingMessage): string {
  const { publicUrl, hasPublicUrl, trustProxy } = configuration;
  const host = hasPublicUrl ? undefined : statedHost(request, trustProxy);
  if (host === undefined) return new URL(publicUrl).origin;
  const scheme = forwarded(request, 'x-forwarded-proto', trustProxy);
  return `${scheme === 'https' ? 'https' : 'http'}://${host}`;
}
