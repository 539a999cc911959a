import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';

export interface Listening {
  server: Server;
  /** Takes no new connections, and answers once the requests under way are finished, at most after ten seconds. */
  stop(): Promise<void>;
}

const patienceMilliseconds = 10_000;

/** Listens on the given address. Rejects where that cannot be, with words for the one who started it. */
export async function listen(
  app: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createServer();
  let stopping = false;
  server.on('request', (request, response) => {
    if (stopping) response.setHeader('Connection', 'close');
    app(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`PORT: ${port} is in use already; set another`) : error),
    );
    server.listen(port, host, () => resolve());
  });
  return {
    server,
    stop: () =>
      new Promise<void>((resolve) => {
        stopping = true;
        const closing = setInterval(() => server.closeIdleConnections(), 100);
        server.close(() => {
          clearInterval(closing);
          resolve();
        });
        setTimeout(() => server.closeAllConnections(), patienceMilliseconds).unref();
      }),
  };
}
