import type { Request } from 'express';
import type { Configuration } from '~/platform/configuration.server';

type Addressed = Pick<Configuration, 'publicUrl' | 'hasPublicUrl' | 'trustProxy'>;

/** Host and port as the visitor sees them, as far as proxies are trusted to tell; undefined where nobody says. */
export function statedHost(request: Request, trustProxy: number): string | undefined {
  const forwarded = trustProxy > 0 ? request.get('X-Forwarded-Host')?.split(',', 1)[0]?.trim() : undefined;
  return forwarded || request.headers.host;
}

/**
 * The origin under which a request is answered: that of PUBLIC_URL where it is set, whatever a proxy in front makes
 * of the host; else what the request says. It may be no address: whoever builds one from it has to expect that.
 */
export function originOf(configuration: Addressed, request: Request): string {
  const { publicUrl, hasPublicUrl, trustProxy } = configuration;
  const host = hasPublicUrl ? undefined : statedHost(request, trustProxy);
  if (host === undefined) return new URL(publicUrl).origin;
  return `${request.protocol === 'https' ? 'https' : 'http'}://${host}`;
}
