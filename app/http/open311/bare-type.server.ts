import type { NextFunction, Request, Response } from 'express';

/**
 * Takes away the charset that Express lays on the type of discovery: validators in use compare that one type as a
 * whole, `text/xml`. What is in it says its encoding itself, or is JSON and UTF-8 by its own standard.
 */
export function bareTypeOfDiscovery(request: Request, response: Response, next: NextFunction): void {
  if (!/^\/open311\/v2\/+discovery\.(xml|json)$/.test(request.path)) return next();
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const type = String(response.getHeader('Content-Type') ?? '');
    response.setHeader('Content-Type', type.replace(/;\s*charset=.*$/, ''));
    return writeHead(...args);
  }) as typeof response.writeHead;
  next();
}
