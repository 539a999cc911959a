import http from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer {
  /** 0 where none came. */
  status: number;
  location: string;
  body: string;
}

export interface Asking {
  url: string;
  cookie?: string;
  /** Sent as a form. */
  form?: Record<string, string>;
  /** Whose network it comes from: an address of 127.0.0.0/8, so that limits by network see many. */
  from: string;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
const longest = 20_000;

/** Asks as a browser does, without following; a request that nobody answers has the status 0. */
export async function ask({ url, cookie, form, from }: Asking): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString();
  try {
    return await new Promise((resolve, reject) => {
      const request = http.request(
        url,
        {
          method: form ? 'POST' : 'GET',
          agent,
          localAddress: from,
          signal: AbortSignal.timeout(longest),
          headers: {
            Accept: 'text/html',
            'Accept-Encoding': 'identity',
            ...(cookie && { Cookie: cookie }),
            ...(body && {
              Origin: new URL(url).origin,
              'Content-Type': 'application/x-www-form-urlencoded',
              'Content-Length': Buffer.byteLength(body),
            }),
          },
        },
        (response) => {
          const { statusCode = 0, headers } = response;
          text(response).then(
            (body) => resolve({ status: statusCode, location: headers.location ?? '', body }),
            reject,
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  } catch {
    return { status: 0, location: '', body: '' };
  }
}
