import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Clock } from '../clock';
import { faultOf } from '../db/database-fault';
import type { Database, Transaction } from '../db/database.server';
import { PermanentFailure } from '../jobs/job-rows.server';
import type { RecurringJob } from '../jobs/recurring.server';
import type { PortalKeys } from '../keys/portal-keys.server';
import type { AcceptedPart, DeliveryReport, SmsGateway } from './gateway';

const payloadSchema = z.object({ messageId: z.string() });

export interface TextPorts {
  database: Database;
  clock: Clock;
  keys: PortalKeys;
  /** Null where the portal sends no text messages. */
  gateway: SmsGateway | null;
}

const emptied = { sealedNumber: '', sealedWords: '' };
const restsMilliseconds = [100, 200, 400, 800, 1600, 3200];

/** The operator has it, or says so: where the database is away just now it is noted as soon as it is back. */
async function note(database: Database, work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt += 1)
    try {
      await database.transaction(work);
      return;
    } catch (error) {
      const rest = restsMilliseconds[attempt];
      if (rest === undefined || faultOf(error) === null) throw error;
      await pause(rest);
    }
}

const notePart = (ports: TextPorts, messageId: string, { position, parts, operatorId }: AcceptedPart) =>
  note(ports.database, async (tx) => {
    await tx.prisma.textMessagePart.upsert({
      where: { messageId_position: { messageId, position } },
      create: { messageId, position, operatorKey: operatorId, state: 'under-way' },
      update: { operatorKey: operatorId },
    });
    await tx.prisma.textMessage.update({ where: { id: messageId }, data: { partCount: parts } });
  });

type Ended = 'accepted' | 'failed' | 'expired';

/** A report may have come before: then the message is further already. */
function noteEnd(ports: TextPorts, id: string, { state, detail }: { state: Ended; detail?: string }) {
  const acceptedAt = state === 'accepted' ? ports.clock.now() : null;
  return note(ports.database, async (tx) => {
    await tx.prisma.textMessage.updateMany({ where: { id }, data: { ...emptied, acceptedAt } });
    await tx.prisma.textMessage.updateMany({
      where: { id, state: 'waiting' },
      data: { state, ...(detail !== undefined && { detail }) },
    });
  });
}

/**
 * The handler of jobs of kind `text-message`. A message that is of no use any more is not sent; one that the operator
 * refuses for good is given up at once, and what it throttles is tried again like every job.
 */
export function textHandler(ports: TextPorts) {
  return async (payload: unknown): Promise<void> => {
    const { messageId: id } = payloadSchema.parse(payload);
    const text = await ports.database.read.textMessage.findUnique({
      where: { id },
      include: { parts: { select: { position: true } } },
    });
    if (!text || text.sealedNumber === '' || !ports.gateway) return;
    const minutesValid = Math.floor((text.expiresAt.getTime() - ports.clock.now().getTime()) / 60_000);
    if (minutesValid < 1) return noteEnd(ports, id, { state: 'expired' });
    try {
      await ports.gateway.send(
        {
          ...{ to: ports.keys.open(text.sealedNumber), words: ports.keys.open(text.sealedWords) },
          ...{ reference: id, minutesValid, accepted: text.parts.map(({ position }) => position) },
        },
        (part) => notePart(ports, id, part),
      );
    } catch (error) {
      if (error instanceof PermanentFailure)
        await noteEnd(ports, id, { state: 'failed', detail: error.message });
      throw error;
    }
    await noteEnd(ports, id, { state: 'accepted' });
  };
}

/** A message has arrived when all its parts have, and has failed with the first that does. */
function stateOf(parts: readonly string[], count: number): 'delivered' | 'failed' | null {
  if (parts.includes('failed')) return 'failed';
  return parts.filter((state) => state === 'delivered').length === count ? 'delivered' : null;
}

const waitsForRow = [0, 200, 500, 1500];

/** Reports come faster than the answer that names what they are about is written down. */
async function partOf(database: Database, operatorId: string) {
  for (const wait of waitsForRow) {
    if (wait > 0) await pause(wait);
    const part = await database.read.textMessagePart.findFirst({
      where: { operatorKey: operatorId },
      orderBy: { messageId: 'desc' },
    });
    if (part) return part;
  }
  return null;
}

/** Notes what the operator says of a part; of one that is not ours, nothing. */
export async function noteReport(
  { database, clock }: Pick<TextPorts, 'database' | 'clock'>,
  { operatorId, state, detail }: DeliveryReport,
): Promise<void> {
  const part = await partOf(database, operatorId);
  if (!part) return;
  const { messageId, position } = part;
  await note(database, async (tx) => {
    await tx.prisma.textMessagePart.updateMany({ where: { messageId, position }, data: { state } });
    const { parts, partCount } = await tx.prisma.textMessage.findUniqueOrThrow({
      where: { id: messageId },
      include: { parts: { select: { state: true } } },
    });
    const ended = stateOf(
      parts.map(({ state }) => state),
      partCount,
    );
    await tx.prisma.textMessage.updateMany({
      where: { id: messageId },
      data: { detail, reportedAt: clock.now(), ...(ended && { state: ended }) },
    });
  });
}

/** Operators tell for two days at most. */
const hoursOfReports = 48;

/** Is there for the reports that are still waited for, also after a start; leaves the operator when there are none. */
export function keepTextLink({ database, clock, gateway }: TextPorts): RecurringJob {
  return {
    everySeconds: 60,
    run: async () => {
      if (!gateway) return;
      const since = new Date(clock.now().getTime() - hoursOfReports * 3600_000);
      const where = { state: { in: ['waiting', 'accepted'] }, createdAt: { gt: since } };
      await ((await database.read.textMessage.count({ where })) > 0 ? gateway.listen() : gateway.close());
    },
  };
}

/** Empties what waited for too long, as where the operator was taken out of the settings. */
export function tidyTexts({ database, clock }: Pick<TextPorts, 'database' | 'clock'>): RecurringJob {
  return {
    everySeconds: 600,
    run: () =>
      database.transaction((tx) =>
        tx.prisma.textMessage.updateMany({
          where: { state: 'waiting', expiresAt: { lt: new Date(clock.now().getTime() - 3600_000) } },
          data: { ...emptied, state: 'expired' },
        }),
      ),
  };
}
