import { request } from 'node:http';
import { createCookie } from '@remix-run/node';
import autocannon from 'autocannon';
import type { Filled } from './fill';
import { startReplay } from './servers';
import type { Replayed, Running } from './servers';

/** As browsers ask. */
const browser = { accept: 'text/html', 'accept-encoding': 'br, gzip' };
const connections = 50;
const rounds = 3;

export interface KeptPage {
  name: string;
  path: string;
  headers: Record<string, string>;
}

const session = createCookie('session');

/** The pages that are compared: for visitors, and for somebody who is signed in. */
export async function keptPagesOf({ proposalId, ballotId, tokens }: Filled): Promise<KeptPage[]> {
  const cookie = (await session.serialize(tokens[0])).split(';')[0] ?? '';
  return [
    { name: 'list', path: '/proposals', headers: {} },
    { name: 'detail', path: `/proposals/${proposalId}`, headers: {} },
    { name: 'ballot', path: `/ballots/${ballotId}`, headers: {} },
    { name: 'list, signed in', path: '/proposals', headers: { cookie } },
    { name: 'detail, signed in', path: `/proposals/${proposalId}`, headers: { cookie } },
  ];
}

const ofConnection = ['connection', 'keep-alive', 'date', 'transfer-encoding'];

/** What the portal answers, as a server can say it again. */
function answerOf(url: string, headers: Record<string, string>): Promise<Replayed> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { rawHeaders, statusCode: status = 0 } = answer;
        const head = rawHeaders.filter(
          (_, at) => !ofConnection.includes((rawHeaders[at - (at % 2)] ?? '').toLowerCase()),
        );
        resolve({ status, head, body: Buffer.concat(chunks).toString('base64') });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Asks until the page comes as it will for a while: in the smallest coding, where the portal makes one. */
async function settled(url: string, headers: Record<string, string>): Promise<Replayed> {
  let last = await answerOf(url, headers);
  for (let times = 0; times < 40 && !last.head.includes('br'); times += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    last = await answerOf(url, headers);
  }
  return last;
}

interface Asking {
  headers: Record<string, string>;
  status: number;
}

interface Rate {
  perSecond: number;
  /** Processor time for each answer, in clock ticks: what else runs on the machine weighs less on it. */
  effort: number;
}

async function rateOf(server: Running, path: string, { headers, status: wanted }: Asking): Promise<Rate> {
  const url = server.url + path;
  const before = server.ticks();
  const result = await autocannon({ url, connections, duration: 2, headers });
  const right = wanted === 304 ? result['3xx'] : result['2xx'];
  if (right === 0 || result.errors > 0) throw new Error(`${url} was not answered with ${wanted}`);
  return { perSecond: right / result.duration, effort: (server.ticks() - before) / right };
}

const middle = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

export interface Ratio {
  portal: number;
  bare: number;
  ratio: number;
  /** Of the processor time for each answer: the bare server's to the portal's. */
  effort: number;
  bytes: number;
}

/** Requests a second of the portal and of a bare node:http server that sends the same bytes and headers, in turn. */
async function ratioOf(portal: Running, path: string, headers: Record<string, string>): Promise<Ratio> {
  const replayed = await settled(portal.url + path, headers);
  const bare = await startReplay(replayed);
  const asking = { headers, status: replayed.status };
  const pairs: { portal: Rate; bare: Rate }[] = [];
  for (const server of [portal, bare]) await rateOf(server, path, asking);
  for (let round = 0; round < rounds; round += 1)
    pairs.push({ portal: await rateOf(portal, path, asking), bare: await rateOf(bare, path, asking) });
  await bare.stop();
  return {
    portal: middle(pairs.map((pair) => pair.portal.perSecond)),
    bare: middle(pairs.map((pair) => pair.bare.perSecond)),
    ratio: middle(pairs.map((pair) => pair.portal.perSecond / pair.bare.perSecond)),
    effort: middle(pairs.map((pair) => pair.bare.effort / pair.portal.effort)),
    bytes: Buffer.from(replayed.body, 'base64').byteLength,
  };
}

/** Each page, and where the portal gives it a tag, what who holds it already is told. */
export async function keptRatios(
  portal: Running,
  pages: readonly KeptPage[],
): Promise<Record<string, Ratio>> {
  const ratios: Record<string, Ratio> = {};
  for (const { name, path, headers } of pages) {
    const asked = { ...browser, ...headers };
    ratios[name] = await ratioOf(portal, path, asked);
    const { head } = await answerOf(portal.url + path, asked);
    const tag = head[head.findIndex((text) => text.toLowerCase() === 'etag') + 1];
    if (head.some((text) => text.toLowerCase() === 'etag') && tag !== undefined)
      ratios[`${name}, held`] = await ratioOf(portal, path, { ...asked, 'if-none-match': tag });
  }
  return ratios;
}

export const ratioLine = (name: string, { portal, bare, ratio, effort, bytes }: Ratio) =>
  `${name.padEnd(30)} ${portal.toFixed(0)}/s of ${bare.toFixed(0)}/s bare, ${bytes} bytes: ${ratio.toFixed(2)}, by processor time ${effort.toFixed(2)}`;
