import { request } from 'node:http';

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  /** The body as it was sent. */
  bytes: Buffer;
}

export interface RawRequest {
  method?: string;
  /** As it is to stand in the request line, unlike what `fetch` makes of it. */
  path: string;
  /** Names and values in turn, so that a name can stand twice and `Host` can be anything. */
  headers?: readonly string[];
  body?: string;
  /** The headers say that a body comes, and none does. */
  announcedOnly?: boolean;
}

/** Asks without a browser's manners: what stands in the request is what was given. */
export function askRaw(
  origin: string,
  { method = 'GET', path, headers = [], body, announcedOnly = false }: RawRequest,
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(origin);
  const named = headers.some((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  const length = body === undefined ? [] : ['Content-Length', String(Buffer.byteLength(body))];
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, method, path, headers: [...(named ? [] : ['Host', host]), ...length, ...headers] },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const { statusCode: status = 0, headers } = answer;
          resolve({ status, headers, bytes, body: bytes.toString('utf8') });
        });
      },
    );
    asked.on('error', reject);
    if (announcedOnly) asked.flushHeaders();
    else asked.end(body);
  });
}
