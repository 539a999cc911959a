import { z } from 'zod';
import { canonicalText } from '~/domains/agreements/rules/canonical-text';
import { sha256 } from '~/lib/sha256';
import type { ResearchIo } from '../research-io';

const party = z.object({ organisationId: z.string(), name: z.string(), creditCode: z.string() });
const obligation = z.object({
  organisationId: z.string(),
  text: z.string(),
  dueAt: z.string().nullable(),
  amountFen: z.string().nullable().default(null),
  payerId: z.string().nullable().default(null),
});

const schema = z.object({
  form: z.enum(['gongzhi-agreement-1', 'gongzhi-agreement-2', 'gongzhi-agreement-3']),
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  kind: z.string().default(''),
  body: z.string(),
  parties: z.array(party).max(100),
  obligations: z.array(obligation).max(1000),
  endsAt: z.string().nullable().default(null),
  continues: z.object({ id: z.string(), as: z.string() }).nullable().default(null),
  attachments: z
    .array(z.object({ name: z.string(), sha256: z.string() }))
    .max(100)
    .default([]),
});

export interface CheckedText {
  id: string;
  title: string;
  sha256: string;
  /** The file is byte for byte the one form of its text. */
  holds: boolean;
}

const longest = 5_000_000;

/** The signed text of an agreement written anew and hashed; null where the file is none. */
export function readAgreementText(bytes: Uint8Array): CheckedText | null {
  if (bytes.byteLength > longest) return null;
  const text = Buffer.from(bytes).toString('utf8');
  if (!text.trimStart().startsWith('{"form":"gongzhi-agreement-')) return null;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) return null;
  const placed = <Row>(rows: Row[]) => rows.map((row, position) => ({ ...row, position }));
  const { form, kind, parties, obligations, ...rest } = parsed.data;
  const content = {
    ...{ ...rest, template: kind },
    ...{ parties: placed(parties), obligations: placed(obligations) },
  };
  const anew = canonicalText(content, Number(form.at(-1)));
  // By their bytes: what is no UTF-8 would read as the same text.
  const [given256, anew256] = [sha256(Buffer.from(bytes)), sha256(anew)];
  return { id: rest.id, title: rest.title, sha256: given256, holds: anew256 === given256 };
}

/** Prints what was found; answers the exit code. */
export function answerAgreement(
  checked: CheckedText,
  { io, file, json }: { io: ResearchIo; file: string; json: boolean },
): number {
  const words = checked.holds
    ? 'The text stands in its one form. The SHA-256 is what the parties signed, if it is the one on the page.'
    : 'The text does NOT stand in its one form: it is not the file that the portal gives out.';
  const lines = [`${checked.title} (${checked.id})`, `SHA-256 of the file: ${checked.sha256}`, words];
  io.stdout(json ? `${JSON.stringify(checked)}\n` : `${lines.join('\n')}\n`);
  if (!checked.holds) io.stderr(`gongzhi verify: ${file}: the text was changed\n`);
  return checked.holds ? 0 : 1;
}
