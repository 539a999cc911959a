import { isIP } from 'node:net';
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The address alone, as proxies write it: without port, brackets and zone, an IPv4 address inside an IPv6 one as
 * itself. Null for what is none (`unknown`, names, anything else that a header may hold).
 */
export function cleanAddress(text: string): string | null {
  const trimmed = text.trim().slice(0, 100);
  const bare =
    /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1] ??
    /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(trimmed)?.[1] ??
    trimmed;
  const [unzoned = ''] = bare.split('%', 1);
  const address = mapped.exec(unzoned)?.[1] ?? unzoned;
  return isIP(address) === 0 ? null : address.toLowerCase();
}

/**
 * By what a request's network is counted: the address that trusted proxies name, of IPv6 the network of one household
 * (/56). Where they name none, the proxy's own.
 */
export function networkOf(request: Request): string {
  const address = cleanAddress(request.ip ?? '') ?? cleanAddress(request.socket.remoteAddress ?? '');
  return address === null ? 'unknown' : ipKeyGenerator(address);
}
