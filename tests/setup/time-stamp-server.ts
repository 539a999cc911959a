import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

/**
 * answers: stamps what it is asked; another: stamps something else; silent: takes the question and says nothing;
 * refuses: says that it will not; broken: answers with what is no time stamp.
 */
export type StampingMood = 'answers' | 'another' | 'silent' | 'refuses' | 'broken';

export interface TimeStampServer {
  url: string;
  /** How it behaves from now on. */
  mood: StampingMood;
  asked: number;
  /** Whether OpenSSL finds that the token is over these bytes, by this server. */
  verifies(token: Uint8Array, stamped: Uint8Array): boolean;
  stop(): void;
}

const configuration = `
[req]
distinguished_name = name
prompt = no
[name]
CN = Test TSA
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[stamping]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = one
[one]
serial = ./serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`;

const openssl = (folder: string, ...call: string[]) =>
  execFileSync('openssl', call, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });

/** An authority and, certified by it, the key that stamps. */
function makeKeys(folder: string): void {
  writeFileSync(path.join(folder, 'tsa.cnf'), configuration);
  writeFileSync(path.join(folder, 'serial'), '01');
  const run = (...call: string[]) => openssl(folder, ...call);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'tsa.cnf'];
  run('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-extensions', 'authority');
  run('req', '-new', ...key, '-keyout', 'tsa.key', '-out', 'tsa.csr');
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', '2', '-days', '30'];
  const extensions = ['-extfile', 'tsa.cnf', '-extensions', 'stamping'];
  run('x509', '-req', '-in', 'tsa.csr', ...signed, ...extensions, '-out', 'tsa.pem');
}

/** A time-stamp server (RFC 3161) of OpenSSL's, on this machine alone; it makes its own keys. */
export async function startTimeStampServer(): Promise<TimeStampServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-tsa-'));
  makeKeys(folder);
  const signer = ['-config', 'tsa.cnf', '-signer', 'tsa.pem', '-inkey', 'tsa.key', '-chain', 'ca.pem'];
  const reply = (query: Uint8Array): Buffer => {
    writeFileSync(path.join(folder, 'query'), query);
    if (tsa.mood === 'another')
      openssl(folder, 'ts', '-query', '-data', 'tsa.cnf', '-sha256', '-cert', '-out', 'query');
    openssl(folder, 'ts', '-reply', '-queryfile', 'query', ...signer, '-out', 'reply');
    return readFileSync(path.join(folder, 'reply'));
  };
  const server = http.createServer((request, response) => {
    void buffer(request).then((query) => {
      tsa.asked += 1;
      if (tsa.mood === 'silent') return;
      if (tsa.mood === 'refuses') return response.writeHead(503).end();
      response.writeHead(200, { 'Content-Type': 'application/timestamp-reply' });
      response.end(tsa.mood === 'broken' ? Buffer.from('no time stamp') : reply(query));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const tsa: TimeStampServer = {
    url: `http://127.0.0.1:${port}/`,
    mood: 'answers',
    asked: 0,
    verifies: (token, stamped) => {
      writeFileSync(path.join(folder, 'token'), token);
      writeFileSync(path.join(folder, 'stamped'), stamped);
      try {
        openssl(
          folder,
          'ts',
          '-verify',
          '-data',
          'stamped',
          '-in',
          'token',
          '-token_in',
          '-CAfile',
          'ca.pem',
        );
        return true;
      } catch {
        return false;
      }
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return tsa;
}
