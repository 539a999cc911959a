import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface ReceivedPart {
  to: string;
  from: string;
  esmClass: number;
  dataCoding: number;
  registeredDelivery: number;
  validity: string;
  octets: Buffer;
  id: string;
}

export interface SmsServer {
  url: string;
  parts: ReceivedPart[];
  /** How many are bound just now. */
  bound(): number;
  /** Answers the next submissions with these statuses, one each. */
  answerNext(...statuses: number[]): void;
  /** Says something of a message, in a TLV or in its text, to all that are bound. Answers with the statuses of their answers. */
  report(id: string, state: 'DELIVRD' | 'UNDELIV', how?: 'tlv' | 'text'): Promise<number[]>;
  /** Is sent by a phone. */
  deliver(words: string): Promise<number[]>;
  /** Breaks all links, as a network does. */
  cut(): void;
  /** Waits for messages to the number; answers their words, put together. */
  wordsTo(number: string, count?: number): Promise<string[]>;
  stop(): Promise<void>;
}

const password = 'secret-1';
/** After the specification of SMPP 3.4 and not after any library: what both get wrong alike would not be seen. */
const command = {
  ...{ bind: 0x09, submit: 0x04, deliver: 0x05, enquire: 0x15, unbind: 0x06, answer: 0x80000000 },
} as const;

function pduOf(
  id: number,
  { sequence, status = 0 }: { sequence: number; status?: number },
  body: Buffer = Buffer.alloc(0),
) {
  const head = Buffer.alloc(16);
  for (const [at, value] of [16 + body.length, id, status, sequence].entries())
    head.writeUInt32BE(value, at * 4);
  return Buffer.concat([head, body]);
}

const cString = (text: string) => Buffer.from(`${text}\0`, 'latin1');

/** Reads a body field after field. */
function reader(body: Buffer) {
  let at = 0;
  return {
    text: () => {
      const end = body.indexOf(0, at);
      const text = body.toString('latin1', at, end);
      at = end + 1;
      return text;
    },
    octet: () => body.readUInt8(at++),
    octets: (count: number) => body.subarray(at, (at += count)),
  };
}

function submitted(body: Buffer, id: string): ReceivedPart {
  const read = reader(body);
  read.text();
  read.octets(2);
  const from = read.text();
  read.octets(2);
  const to = read.text();
  const esmClass = read.octet();
  read.octets(2);
  read.text();
  const validity = read.text();
  const registeredDelivery = read.octet();
  read.octet();
  const dataCoding = read.octet();
  read.octet();
  const octets = Buffer.from(read.octets(read.octet()));
  return { to, from, esmClass, validity, registeredDelivery, dataCoding, octets, id };
}

const basicAlphabet =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extension: Record<number, string> = {
  ...{
    0x0a: '\f',
    0x14: '^',
    0x28: '{',
    0x29: '}',
    0x2f: '\\',
    0x3c: '[',
    0x3d: '~',
    0x3e: ']',
    0x40: '|',
    0x65: '€',
  },
};

function sevenBitWords(octets: Buffer): string {
  let words = '';
  for (let at = 0; at < octets.length; at += 1)
    words += octets[at] === 0x1b ? extension[octets[++at] ?? 0] : basicAlphabet[octets[at] ?? 0];
  return words;
}

/** The header of a part: which message, how many, which; null where it stands alone. */
export function headerOf({ esmClass, octets }: ReceivedPart) {
  if ((esmClass & 0x40) === 0) return null;
  const [length = 0, kind, size, reference = 0, count = 0, position = 0] = octets;
  if (length !== 5 || kind !== 0 || size !== 3) throw new Error('No header of a part of a message');
  return { reference, count, position };
}

/** The octets of a part without its header. */
export const wordsIn = (part: ReceivedPart) => (headerOf(part) ? part.octets.subarray(6) : part.octets);

/** The messages that a phone shows, in the order in which they were complete. */
export function messagesIn(parts: readonly ReceivedPart[]): { to: string; words: string }[] {
  const shown: { to: string; words: string }[] = [];
  const begun = new Map<string, Map<number, Buffer>>();
  for (const part of parts) {
    const header = headerOf(part);
    const key = `${part.to}|${header?.reference}`;
    const pieces = (header && begun.get(key)) ?? new Map<number, Buffer>();
    pieces.set(header?.position ?? 1, wordsIn(part));
    begun.set(key, pieces);
    if (pieces.size < (header?.count ?? 1)) continue;
    const octets = Buffer.concat([...pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece));
    const words = part.dataCoding === 8 ? new TextDecoder('utf-16be').decode(octets) : sevenBitWords(octets);
    shown.push({ to: part.to, words });
    begun.delete(key);
  }
  return shown;
}

/** esm_class 4: a receipt. */
function receiptBody(id: string, state: 'DELIVRD' | 'UNDELIV', how: 'tlv' | 'text'): Buffer {
  const text =
    how === 'text'
      ? `id:${id} sub:001 dlvrd:001 stat:${state} err:0${state === 'DELIVRD' ? '00' : '42'}`
      : '';
  const named = Buffer.from(`${id}\0`, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(named.length);
  const tlvs = [0x00, 0x1e, ...length, ...named, 0x04, 0x27, 0, 1, state === 'DELIVRD' ? 2 : 5];
  return deliverBody(4, text, how === 'tlv' ? Buffer.from(tlvs) : Buffer.alloc(0));
}

function deliverBody(esmClass: number, text: string, tlvs = Buffer.alloc(0)): Buffer {
  const addresses = [
    cString(''),
    Buffer.from([1, 1]),
    cString('8613800000000'),
    Buffer.from([0, 1]),
    cString('1069'),
  ];
  const words = Buffer.from(text, 'latin1');
  const flags = Buffer.from([esmClass, 0, 0, 0, 0, 0, 0, 0, 0, words.length]);
  return Buffer.concat([...addresses, flags, words, tlvs]);
}

/** A server of an operator (SMPP 3.4) on the loopback address, which keeps what it gets. */
export async function startSmsServer({ port = 0 } = {}): Promise<SmsServer> {
  const parts: ReceivedPart[] = [];
  const statuses: number[] = [];
  const bound = new Set<Socket>();
  const links = new Set<Socket>();
  const asked = new Map<number, (status: number) => void>();
  let sequence = 0;
  let taken = 0;
  const answer = (link: Socket, body: Buffer, head: { id: number; status: number; sequence: number }) => {
    const reply = (fields: Buffer, status = 0) =>
      link.write(pduOf((head.id | command.answer) >>> 0, { sequence: head.sequence, status }, fields));
    if (head.id === command.bind) {
      const read = reader(body);
      const isKnown = read.text() === 'portal' && read.text() === password;
      if (isKnown) bound.add(link);
      return reply(isKnown ? cString('operator') : Buffer.alloc(0), isKnown ? 0 : 0x0e);
    }
    if (head.id === command.submit) {
      const status = statuses.shift() ?? 0;
      if (status !== 0) return reply(Buffer.alloc(0), status);
      const id = `m_${(taken += 1)}@x`;
      parts.push(submitted(body, id));
      return reply(cString(id));
    }
    if (head.id === (command.deliver | command.answer) >>> 0) return asked.get(head.sequence)?.(head.status);
    return reply(Buffer.alloc(0));
  };
  const server = createServer((link) => {
    links.add(link);
    let rest: Buffer = Buffer.alloc(0);
    link.on('error', () => undefined);
    link.on('close', () => [links, bound].forEach((set) => set.delete(link)));
    link.on('data', (octets: Buffer) => {
      rest = Buffer.concat([rest, octets]);
      while (rest.length >= 4 && rest.length >= rest.readUInt32BE(0)) {
        const pdu = rest.subarray(0, rest.readUInt32BE(0));
        rest = rest.subarray(pdu.length);
        const [id, status, number] = [pdu.readUInt32BE(4), pdu.readUInt32BE(8), pdu.readUInt32BE(12)];
        answer(link, pdu.subarray(16), { id, status, sequence: number });
      }
    });
  });
  const tellAll = (body: Buffer) =>
    Promise.all(
      [...bound].map((link) => {
        const number = ++sequence;
        link.write(pduOf(command.deliver, { sequence: number }, body));
        return new Promise<number>((resolve) => asked.set(number, resolve));
      }),
    );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smpp://portal:${password}@127.0.0.1:${(server.address() as AddressInfo).port}`,
    parts,
    bound: () => bound.size,
    answerNext: (...next) => void statuses.push(...next),
    report: (id, state, how = 'tlv') => tellAll(receiptBody(id, state, how)),
    deliver: (words) => tellAll(deliverBody(0, words)),
    cut: () => links.forEach((link) => link.destroy()),
    wordsTo: async (number, count = 1) => {
      const found = () => messagesIn(parts).filter(({ to }) => to === number);
      for (const until = Date.now() + 30_000; found().length < count && Date.now() < until;)
        await new Promise((resolve) => setTimeout(resolve, 50));
      if (found().length < count) throw new Error(`No ${count} messages to ${number}`);
      return found().map(({ words }) => words);
    },
    stop: () => {
      links.forEach((link) => link.destroy());
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
