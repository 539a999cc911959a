import type { Reads, Transaction } from '../db/database.server';
import type { SmsConfiguration } from './sms-settings';
import { newId } from '../ids';
import { enqueue } from '../jobs/enqueue.server';
import type { PortalKeys } from '../keys/portal-keys.server';
import { maskedNumber } from '~/lib/numbers/phone-number';
import { signatureMark } from '~/lib/texts/message-signature';
import { dayIn } from '~/lib/time/days';

export interface QueuedText {
  personId: string;
  purpose: string;
  /** Digits with the country. */
  to: string;
  words: string;
  at: Date;
  minutesValid: number;
}

/** What a text message is counted and sealed by. */
export interface SmsPortal {
  configuration: { sms: SmsConfiguration; timeZone: string };
  keys: PortalKeys;
}

/** Counts one more of the day, in one statement; false where the day has had as many as it may. */
async function takeOfDay(tx: Transaction, { configuration }: SmsPortal, at: Date): Promise<boolean> {
  const { sms, timeZone } = configuration;
  const counted = await tx.sql.run(
    `INSERT INTO "TextMessageDay" ("day", "count") VALUES (?, 1)
     ON CONFLICT ("day") DO UPDATE SET "count" = "TextMessageDay"."count" + 1
     WHERE "TextMessageDay"."count" < ?`,
    [dayIn(at, timeZone), sms.mostInADay],
  );
  return counted === 1;
}

/** Whether the portal may send another one today: asked before it is known to whom. */
export async function areTextsLeft(
  database: Reads,
  configuration: SmsPortal['configuration'],
  now: Date,
): Promise<boolean> {
  const day = dayIn(now, configuration.timeZone);
  const row = await database.read.textMessageDay.findUnique({ where: { day } });
  return (row?.count ?? 0) < configuration.sms.mostInADay;
}

/**
 * Writes a text message and the job that sends it, in the transaction that causes it; null where the day has had as many
 * as it may, or nobody sends any. Number and words are sealed.
 */
export async function queueText(
  tx: Transaction,
  portal: SmsPortal,
  text: QueuedText,
): Promise<string | null> {
  const { sms } = portal.configuration;
  if (sms.url === '' || !(await takeOfDay(tx, portal, text.at))) return null;
  const id = newId(text.at);
  await tx.prisma.textMessage.create({
    data: {
      ...{ id, personId: text.personId, purpose: text.purpose, shownNumber: maskedNumber(text.to) },
      sealedNumber: portal.keys.seal(text.to),
      sealedWords: portal.keys.seal(signatureMark(sms.signature) + text.words),
      ...{ state: 'waiting', createdAt: text.at },
      expiresAt: new Date(text.at.getTime() + text.minutesValid * 60_000),
    },
  });
  const job = { kind: 'text-message', payload: { messageId: id }, runAt: text.at };
  await enqueue(tx, { ...job, idempotencyKey: `text-message:${id}` });
  return id;
}
