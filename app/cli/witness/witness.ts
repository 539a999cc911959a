import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { givenPath, readGivenKey } from '../given-file';
import { answerCall, readCall } from '../research-call';
import type { ResearchIo } from '../research-io';
import { UsageError } from '../usage-error';
import { judgeHead } from './judge-head';
import type { Witness } from './judge-head';
import { fileState } from './witness-state';
import { LogFault } from '~/domains/ledger/rules/log-fault';
import { readNoteKey, signingKey, writeNoteKey } from '~/domains/ledger/rules/note/note-key';
import { mostSubmissionBytes, submissionPath } from '~/domains/ledger/rules/note/submission';

const witnessUsage = `Usage: gongzhi witness --name NAME --key-file FILE --state FILE --log KEY [options]

  --name NAME      how the witness calls itself, such as witness.city.example: it stays
  --key-file FILE  its secret: 32 bytes in base64, as \`openssl rand -base64 32\` writes them
  --state FILE     where it keeps the newest head of each log that it has cosigned; never put an older one back
  --log KEY        the key of a log that it watches over (name+id+base64); may be said several times
  --host ADDRESS   where it listens (127.0.0.1); put a proxy with TLS before it
  --port PORT      (8090)

Cosigns the heads of other portals' logs (C2SP tlog-witness): each is signed only if the log grew from the last one that was
cosigned here. A log that was changed or shows two faces is refused, and said on the standard error. One process for one
state. At its beginning it prints its own key, which the portal is told (LOG_WITNESSES) and whoever checks (verify --witness).
`;

const longestMilliseconds = 10_000;

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += (part as Buffer).length;
    if (bytes > mostSubmissionBytes) return null;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function answer(response: ServerResponse, status: number, { type, body }: { type: string; body: string }) {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', Connection: 'close' });
  response.end(body);
}

const plain = (body: string) => ({ type: 'text/plain; charset=utf-8', body: `${body}\n` });

/** The newest cosigned head of a log, under the SHA-256 of its name, for who compares witnesses. */
function seenAt({ logs, state }: Witness, path: string): string | null {
  const [, hash = ''] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path) ?? [];
  const log = logs.find(({ name }) => createHash('sha256').update(name).digest('hex') === hash);
  return (log && state.seen(log.name)?.note) ?? null;
}

async function serve(
  witness: Witness,
  { request, response, io }: { request: IncomingMessage; response: ServerResponse; io: ResearchIo },
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?');
  if (request.method === 'GET') {
    const body = path === '/key' ? `${writeNoteKey(witness.key)}\n` : seenAt(witness, path);
    if (body === null) return answer(response, 404, plain('There is nothing here'));
    return answer(response, 200, { ...plain(''), body });
  }
  if (request.method !== 'POST' || path !== `/${submissionPath}`)
    return answer(response, 404, plain('There is nothing here'));
  const body = await bodyOf(request);
  if (!body) return answer(response, 413, plain('Too long for a head and its proof'));
  // One after the other: nothing else runs between the look at what was cosigned and its keeping.
  const judged = judgeHead(witness, body, new Date());
  if (judged.told !== undefined) io.stderr(`${judged.told}\n`);
  answer(response, judged.status, judged);
}

/** The server of a witness, which does not listen yet. */
export function witnessServer(witness: Witness, io: ResearchIo): Server {
  const server = createServer((request, response) => {
    serve(witness, { request, response, io }).catch((error: unknown) => {
      io.stderr(`${error instanceof Error ? error.message : String(error)}\n`);
      if (!response.headersSent) answer(response, 500, plain('The witness could not look'));
    });
  });
  server.requestTimeout = longestMilliseconds;
  server.headersTimeout = longestMilliseconds;
  server.maxConnections = 100;
  return server;
}

interface WitnessCall {
  name?: string | undefined;
  'key-file'?: string | undefined;
  state?: string | undefined;
  log?: string[] | undefined;
}

function witnessOf(call: WitnessCall): Witness {
  const { name, 'key-file': keyFile, state, log = [] } = call;
  if (name === undefined || keyFile === undefined || state === undefined || log.length === 0)
    throw new UsageError('--name, --key-file, --state and --log are all needed');
  try {
    return {
      key: signingKey(name, readGivenKey(keyFile), 'cosignature'),
      logs: log.map((key) => readNoteKey(key)),
      state: fileState(givenPath(state)),
    };
  } catch (error) {
    if (error instanceof LogFault) throw new UsageError(error.message);
    throw error;
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError(`--port: ${text} is no port`);
  return port;
}

/** `gongzhi witness`: watches over the logs of other portals until it is told to stop. Answers the exit code. */
export function runWitness(args: string[], io: ResearchIo, stopped = signalled()): Promise<number> {
  return answerCall('witness', io, async () => {
    const { values } = readCall(args, {
      name: { type: 'string' },
      'key-file': { type: 'string' },
      state: { type: 'string' },
      log: { type: 'string', multiple: true },
      host: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help) {
      io.stdout(witnessUsage);
      return 0;
    }
    const witness = witnessOf(values);
    const server = witnessServer(witness, io);
    const { host = '127.0.0.1', port = '8090' } = values;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(portOf(port), host, resolve);
    });
    const address = server.address();
    const at = typeof address === 'object' && address ? address.port : port;
    io.stdout(`${writeNoteKey(witness.key)}\nListening on http://${host}:${at}/\n`);
    await stopped;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    return 0;
  });
}

/** Resolves when the process is told to stop. */
const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
