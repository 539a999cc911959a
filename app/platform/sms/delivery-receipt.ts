import { z } from 'zod';
import type { DeliveryReport, DeliveryState } from './gateway';

/** SMPP 5.2.28, and appendix B for those that write it into the text. */
const states: readonly (readonly [number, string, DeliveryState])[] = [
  [1, 'ENROUTE', 'under-way'],
  [2, 'DELIVRD', 'delivered'],
  [3, 'EXPIRED', 'failed'],
  [4, 'DELETED', 'failed'],
  [5, 'UNDELIV', 'failed'],
  [6, 'ACCEPTD', 'under-way'],
  [7, 'UNKNOWN', 'failed'],
  [8, 'REJECTD', 'failed'],
];

const receiptSchema = z.object({
  esm_class: z.number(),
  receipted_message_id: z.string().optional(),
  message_state: z.number().optional(),
  short_message: z.object({ message: z.union([z.string(), z.instanceof(Buffer)]) }).optional(),
});

/** Bits 2 to 5 of esm_class say what a message is: 1 is a receipt (SMPP 5.2.12). */
const isReceipt = (esmClass: number) => ((esmClass >> 2) & 0x0f) === 1;

/** Operators write receipts in ASCII, whatever they call it: the library reads it as the alphabet of GSM. */
function asWritten(message: string | Buffer, encode: (text: string) => Buffer): string {
  return (typeof message === 'string' ? encode(message) : message).toString('latin1');
}

/** What a message of the operator says of one of ours; null where it is none that does, as an answer by text. */
export function reportIn(pdu: unknown, encode: (text: string) => Buffer): DeliveryReport | null {
  const parsed = receiptSchema.safeParse(pdu);
  if (!parsed.success || !isReceipt(parsed.data.esm_class)) return null;
  const { receipted_message_id: named, message_state: number, short_message: short } = parsed.data;
  const text = short ? asWritten(short.message, encode) : '';
  const operatorId = named ?? /\bid:(\S+)/i.exec(text)?.[1];
  const word = /\bstat:(\w+)/i.exec(text)?.[1]?.toUpperCase();
  const state = states.find(([code, name]) => (number === undefined ? name === word : code === number));
  if (operatorId === undefined || operatorId === '' || !state) return null;
  const error = /\berr:(\w{1,10})/i.exec(text)?.[1];
  return {
    operatorId,
    state: state[2],
    detail: state[1] + (error && !/^0+$/.test(error) ? ` ${error}` : ''),
  };
}
