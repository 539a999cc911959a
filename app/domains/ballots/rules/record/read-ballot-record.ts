import { decodeUtf8 } from '~/lib/texts/decoding/decode-utf8';
import type { BallotRecord } from './ballot-record';
import { recordSchema } from './record-schema';

export type RecordReading = { ok: true; record: BallotRecord } | { ok: false; fault: string };

/** Reads a published ballot; a fault says where the file is not of the format. */
export function readBallotRecord(bytes: Uint8Array): RecordReading {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return { ok: false, fault: `line ${decoded.line} is not UTF-8` };
  let value: unknown;
  try {
    value = JSON.parse(decoded.text);
  } catch (error) {
    return { ok: false, fault: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      fault: `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is not a ballot'}`,
    };
  }
  // Papers and result are compared with the count, whatever they hold.
  return { ok: true, record: parsed.data as unknown as BallotRecord };
}
