import { BodyRefused, formOf } from '../forms/bodies/posted-body.server';
import type { FormBounds } from '../forms/bodies/posted-body.server';
import { callerFor, isKeyGiven } from './call.server';
import type { ApiCall } from './call.server';
import { CallRefused } from '~/domains/bridges/index.server';
import type { BridgeCaller } from '~/domains/bridges/index.server';
import { readPosted } from '~/domains/bridges/rules/open311/posted-form';
import type { PostedForm } from '~/domains/bridges/rules/open311/posted-form';
import { largestPictureBytes } from '~/platform/files/clean-picture.server';

const kibibyte = 1024;
/** A key that is sent in the body stands within so much of it; otherwise the rest is not read. */
const keyWithin = 64 * kibibyte;
const bounds: FormBounds = { parts: 300, files: 20, name: 200, text: 512 * kibibyte };
const mostPictures = 5;

interface Body {
  reader: ReadableStreamDefaultReader<Uint8Array>;
  chunks: Uint8Array[];
  length: number;
  ended: boolean;
}

/** Reads on until so many bytes are there, or all. */
async function readUpTo(body: Body, length: number): Promise<void> {
  while (!body.ended && body.length < length) {
    const { done, value } = await body.reader.read();
    if (done) body.ended = true;
    else {
      body.chunks.push(value);
      body.length += value.byteLength;
    }
  }
}

const inParts = /name="?api_key"?[^\r\n]{0,200}\r\n(?:[^\r\n]{1,200}\r\n){0,5}\r\n([^\r\n]{1,200})\r\n/;
const inPairs = /(?:^|&)api_key=([^&]{1,200})(?:&|$)/;

/** The key as it stands in the beginning of a form. */
function keyIn(head: string, contentType: string): string | null {
  if (/^multipart\//i.test(contentType)) return inParts.exec(head)?.[1]?.trim() ?? null;
  const pair = inPairs.exec(head)?.[0].replaceAll('&', '') ?? '';
  return new URLSearchParams(pair).get('api_key')?.trim() ?? null;
}

async function restOf(body: Body): Promise<Uint8Array<ArrayBuffer>> {
  await readUpTo(body, Infinity);
  return new Uint8Array(Buffer.concat(body.chunks));
}

export interface PostedCall {
  caller: BridgeCaller;
  posted: PostedForm;
  pictures: Uint8Array[];
}

async function formIn(body: Body, contentType: string) {
  const bytes = await restOf(body);
  try {
    return { form: await formOf(bytes, contentType, bounds), bytes };
  } catch (error) {
    if (!(error instanceof BodyRefused)) throw error;
    const key = error.status === 413 ? 'fault.too-much' : 'fault.no-form';
    throw new CallRefused({ status: error.status, key });
  }
}

const lost = '\ufffd';

/**
 * Throws CallRefused for texts in another encoding, as GBK: of what is no UTF-8 only � would be left, and published. One
 * that was sent as it stands is the sender's own.
 */
function ensureUtf8(pairs: readonly (readonly [string, string])[], bytes: Uint8Array): void {
  if (!pairs.some(([name, value]) => name.includes(lost) || value.includes(lost))) return;
  if (!/\xef\xbf\xbd|%ef%bf%bd/i.test(Buffer.from(bytes).toString('latin1')))
    throw new CallRefused({ status: 400, key: 'fault.not-utf8' });
}

async function partsOf({
  form,
  bytes,
}: {
  form: FormData;
  bytes: Uint8Array;
}): Promise<Pick<PostedCall, 'posted' | 'pictures'>> {
  const pairs: [string, string][] = [];
  const files: File[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') pairs.push([name, value]);
    else if (value.size > 0) files.push(value);
  }
  if (files.length > mostPictures || files.some((file) => file.size > largestPictureBytes))
    throw new CallRefused({ status: 400, key: 'fault.pictures', params: { maximum: mostPictures } });
  ensureUtf8(pairs, bytes);
  const pictures = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  return { posted: readPosted(pairs), pictures };
}

/**
 * Who calls, and then what is posted (urlencoded or multipart; files of any name are pictures). The key is asked
 * first: in the header or the address before anything is read, else in the beginning of the body. Throws
 * CallRefused: 403 without a good key, 400 where the body is no form, 413 where it holds too much.
 */
export async function readCall(call: ApiCall): Promise<PostedCall> {
  const known = isKeyGiven(call) ? await callerFor(call, null) : null;
  const stream = call.request.body;
  if (!stream) throw new CallRefused({ status: 400, key: 'fault.no-form' });
  const body: Body = { reader: stream.getReader(), chunks: [], length: 0, ended: false };
  const contentType = call.request.headers.get('Content-Type') ?? '';
  const askedInBody = async () => {
    await readUpTo(body, keyWithin);
    return callerFor(call, keyIn(Buffer.concat(body.chunks).toString('utf8'), contentType));
  };
  const caller = known ?? (await askedInBody());
  return { caller, ...(await partsOf(await formIn(body, contentType))) };
}
