import type { Said, Wire } from './send-picture';
import { paths } from '~/paths';

const longestWait = 60_000;

interface Asked {
  method: string;
  url: string;
  body?: Blob | URLSearchParams;
  signal: AbortSignal;
  onSent?: (bytes: number) => void;
}

/** By XMLHttpRequest, which alone says how much has gone out. */
function ask({ method, url, body, signal, onSent }: Asked): Promise<Said> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open(method, url);
    request.timeout = longestWait;
    if (body instanceof Blob) request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => onSent?.(loaded);
    request.onload = () => {
      let said: Omit<Said, 'status'> = {};
      try {
        said = JSON.parse(request.responseText) as typeof said;
      } catch {
        // A page of the server's, not ours: its status says enough.
      }
      resolve({ ...said, status: request.status });
    };
    request.onerror = request.ontimeout = request.onabort = () => reject(new Error('No answer came'));
    request.onloadend = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    request.send(body ?? null);
  });
}

/** To the portal; `onSent` says how much of the part under way has gone out. */
export function wireTo(signal: AbortSignal, onSent: (from: number, bytes: number) => void): Wire {
  return {
    begin: (bytes) =>
      ask({
        ...{ method: 'POST', url: paths.pictureUpload(), signal },
        body: new URLSearchParams({ bytes: String(bytes) }),
      }),
    put: (id, from, part) =>
      ask({
        ...{ method: 'PUT', url: `${paths.pictureUpload(id)}?from=${from}`, body: part, signal },
        onSent: (bytes) => onSent(from, bytes),
      }),
    state: (id) => ask({ method: 'GET', url: paths.pictureUpload(id), signal }),
    drop: (id) => fetch(paths.pictureUpload(id), { method: 'DELETE', keepalive: true }),
  };
}

const [shortest, longest] = [1000, 30_000];

/** The longer the more often it failed, and no longer than until the network is back or nobody waits any more. */
export function pausing(signal: AbortSignal) {
  return (tries: number): Promise<void> =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        window.removeEventListener('online', end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.min(longest, shortest * 2 ** tries));
      window.addEventListener('online', end);
      signal.addEventListener('abort', end);
    });
}
