/** What the portal is compared with: bare node:http servers, of one line or of what they are given, and a bare Remix page under Express with a log. */
import { once } from 'node:events';
import { createServer } from 'node:http';

const [kind, buildFile] = process.argv.slice(2);

function listening(server) {
  process.send?.({ port: server.address().port });
  process.once('disconnect', () => process.exit(0));
}

async function bareRemix() {
  const { default: express } = await import('express');
  const { createRequestHandler } = await import('@remix-run/express');
  const { pino } = await import('pino');
  const build = await import(buildFile);
  const log = pino({ level: 'info' }, pino.destination('/dev/null'));
  const app = express();
  app.use((request, response, next) => {
    const begun = performance.now();
    response.on('finish', () =>
      log.info({ path: request.path, status: response.statusCode, ms: performance.now() - begun }),
    );
    next();
  });
  app.all('*', createRequestHandler({ build, mode: 'production' }));
  return app;
}

async function replay() {
  const [{ status, head, body }] = await once(process, 'message');
  const bytes = Buffer.from(body, 'base64');
  return (_request, response) => {
    response.writeHead(status, head);
    response.end(bytes.length > 0 ? bytes : undefined);
  };
}

const line = () => (_request, response) => response.end('<!doctype html><title>Bare</title><p>Hello</p>');
const handler = await { remix: bareRemix, replay, http: line }[kind]();
const server = createServer(handler).listen(0, '127.0.0.1', () => listening(server));
