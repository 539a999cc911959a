import { lookup as systemLookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address';

export interface OutgoingRequest {
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  timeoutMilliseconds: number;
  /** Lets the request go to addresses of the own network: configured by whoever runs the portal. */
  toPrivateAddresses: boolean;
  mostBytes?: number;
  /** What is asked is whether it was taken: the status says so, whatever becomes of the words behind it. */
  statusSuffices?: boolean;
}

export interface OutgoingAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** The request got no answer, and the message says why. `sent` is false where surely nothing reached the other side. */
export class RequestFailed extends Error {
  readonly sent: boolean;
  constructor(message: string, sent: boolean) {
    super(message);
    this.name = 'RequestFailed';
    this.sent = sent;
  }
}

const usualMostBytes = 1024 * 1024;

/** Resolves names as the system does, and refuses them where any of their addresses is private: at the moment of connecting, so that no second answer can differ. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(new RequestFailed(`${hostname} is a private address`, false), '', 0);
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

function checkedUrl(text: string, toPrivateAddresses: boolean): URL {
  if (!URL.canParse(text)) throw new RequestFailed('This is no address', false);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new RequestFailed('Only http and https are spoken', false);
  if (url.username || url.password) throw new RequestFailed('The address must not hold a password', false);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!toPrivateAddresses && isIP(host) !== 0 && isPrivateAddress(host))
    throw new RequestFailed(`${host} is a private address`, false);
  return url;
}

interface Reading {
  most: number;
  statusSuffices: boolean;
}

/** Reads on while there is something; whoever leaves the loop closes the connection. */
async function readBody(response: IncomingMessage, { most, statusSuffices }: Reading): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (bytes > most) throw new RequestFailed('The answer is too large', true);
    }
  } catch (error) {
    if (!statusSuffices) throw error;
  }
  return chunks;
}

async function readAnswer(response: IncomingMessage, reading: Reading): Promise<OutgoingAnswer> {
  const chunks = await readBody(response, reading);
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks),
  };
}

/**
 * Sends one request to another server and reads its answer within the time given; redirects are not followed.
 * Private addresses are refused unless allowed. Throws RequestFailed where no whole answer came.
 */
export async function sendRequest(outgoing: OutgoingRequest): Promise<OutgoingAnswer> {
  const { method, body, headers, timeoutMilliseconds, toPrivateAddresses } = outgoing;
  const url = checkedUrl(outgoing.url, toPrivateAddresses);
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  const options: RequestOptions = {
    method,
    signal,
    agent: false,
    headers: {
      'User-Agent': 'Gongzhi',
      ...headers,
      ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
    },
    ...(toPrivateAddresses ? {} : { lookup: publicLookup }),
  };
  let connected = false;
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, resolve);
      request.once('error', reject);
      request.once('socket', (socket) => socket.once('connect', () => (connected = true)));
      request.end(body);
    });
    const { mostBytes: most = usualMostBytes, statusSuffices = false } = outgoing;
    return await readAnswer(response, { most, statusSuffices });
  } catch (error) {
    if (error instanceof RequestFailed) throw error;
    if (signal.aborted)
      throw new RequestFailed(`No answer within ${timeoutMilliseconds / 1000} s`, connected);
    throw new RequestFailed(error instanceof Error ? error.message : String(error), connected);
  }
}
