/**
 * What the portal is compared with: bare node:http servers, of one line, of what they are given, and for votes, and a
 * bare Remix page under Express with a log.
 */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

const [kind, file] = process.argv.slice(2);

function listening(server) {
  process.send?.({ port: server.address().port });
  process.once('disconnect', () => process.exit(0));
}

async function bareRemix() {
  const { default: express } = await import('express');
  const { createRequestHandler } = await import('@remix-run/express');
  const { pino } = await import('pino');
  const build = await import(file);
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

/** Lays papers in the open ballots of a filled database as the portal does: the same rows, a commit for all of one turn. */
async function paperLayer() {
  const { default: BetterSqlite3 } = await import('better-sqlite3');
  const database = new BetterSqlite3(file);
  const pragmas = [
    'journal_mode = WAL',
    'foreign_keys = ON',
    'synchronous = FULL',
    'wal_autocheckpoint = 10000',
  ];
  for (const pragma of [...pragmas, 'secure_delete = ON', 'cache_size = -20000']) database.pragma(pragma);
  const lay = database.prepare(
    `INSERT INTO "BallotPaper" ("ballotId", "paperKey", "casterKey", "receipt", "choice", "personId")
     VALUES (?, ?, ?, ?, ?, NULL) ON CONFLICT ("ballotId", "paperKey") DO NOTHING`,
  );
  const count = database.prepare(
    `UPDATE "Ballot" SET "votedCount" = "votedCount" + ? WHERE "id" = ? AND "state" = 'open'`,
  );
  const layAll = database.transaction((papers) => {
    for (const { ballotId, voter, choice } of papers) {
      const { changes } = lay.run(ballotId, voter, voter, randomBytes(8).toString('hex'), choice);
      count.run(changes, ballotId);
    }
  });
  return (papers) => layAll.immediate(papers);
}

function choiceIn(form) {
  const answers = [...new URLSearchParams(form)].filter(([name]) => name.startsWith('answer.'));
  return JSON.stringify({
    kind: 'support',
    answers: Object.fromEntries(answers.map(([name, value]) => [name.slice('answer.'.length), value])),
  });
}

async function votes() {
  const layAll = await paperLayer();
  let waiting = [];
  const acknowledge = () => {
    const papers = waiting;
    waiting = [];
    layAll(papers);
    for (const { response, path } of papers) response.writeHead(302, { location: path }).end();
  };
  return (request, response) => {
    let form = '';
    request.setEncoding('utf8').on('data', (text) => (form += text));
    request.on('end', () => {
      const path = request.url;
      const voter = createHash('sha256').update(request.headers.cookie).digest('base64url');
      const paper = { response, path, ballotId: path.split('/').at(-1), voter, choice: choiceIn(form) };
      if (waiting.push(paper) === 1) setImmediate(acknowledge);
    });
  };
}

const line = () => (_request, response) => response.end('<!doctype html><title>Bare</title><p>Hello</p>');
const handler = await { remix: bareRemix, replay, votes, http: line }[kind]();
const server = createServer(handler).listen(0, '127.0.0.1', () => listening(server));
