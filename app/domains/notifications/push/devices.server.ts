import { createPublicKey } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { lockRow } from '~/platform/db/lock-row';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';
import type { PortalKeys } from '~/platform/keys/portal-keys.server';
import { isPrivateAddress } from '~/platform/web/private-address';
import { cutText } from '~/lib/texts/cut-text';

export const mostDevices = 10;
const mostEndpoint = 1000;

const part = (bytes: number) =>
  z
    .string()
    .regex(/^[\w-]{16,100}={0,2}$/)
    .refine((text) => Buffer.from(text, 'base64url').length === bytes);

/** What a browser answers that was asked for a subscription (PushSubscription.toJSON). */
export const deviceSchema = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(mostEndpoint),
  p256dh: part(65),
  auth: part(16),
});
type Subscription = z.output<typeof deviceSchema>;

/** Encrypting to what is no point of the curve fails each time: such a device is none. */
function isPoint(p256dh: string): boolean {
  const bytes = Buffer.from(p256dh, 'base64url');
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)].map((half) => half.toString('base64url'));
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' });
    return bytes[0] === 4;
  } catch {
    return false;
  }
}

/** Sent to from the portal's network: only https, and no address of the own network but where bridges may go there. */
function mayBeSentTo({ configuration }: ReadContext, endpoint: string): boolean {
  const { protocol, hostname, username, password } = new URL(endpoint);
  if (username !== '' || password !== '') return false;
  if (configuration.privateBridges) return true;
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLocal =
    host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && isPrivateAddress(host));
  return protocol === 'https:' && !isLocal;
}

/** What is hashed of where a device is reached. */
export const endpointText = (endpoint: string) => `push ${endpoint}`;

/**
 * Lets the actor's device be told from here on; the same one again is the same one, and whoever asks on it last has it.
 * Throws where the actor has as many as one may have.
 */
export async function addDevice(
  ctx: Context,
  given: Subscription & { name: string; sessionKey: string },
): Promise<void> {
  const personId = personOf(ctx);
  const { name, sessionKey, ...subscription } = given;
  if (!mayBeSentTo(ctx, subscription.endpoint) || !isPoint(subscription.p256dh))
    throw new DomainError('invalid', { reason: 'notifications.no-such-device' });
  const kept = {
    ...{ personId, sessionKey, name: cutText(name, 200) },
    sealedKeys: ctx.keys.seal(JSON.stringify(subscription)),
  };
  await inTransaction(ctx, async (ctx) => {
    const hashing = await ctx.keys.hold(ctx);
    await lockRow(ctx, 'Person', personId);
    const [endpointKey, ...older] = hashing.hashes(endpointText(subscription.endpoint));
    const others = await ctx.prisma.pushDevice.count({
      where: { personId, endpointKey: { notIn: [endpointKey, ...older] } },
    });
    if (others >= mostDevices) throw new DomainError('conflict', { reason: 'notifications.devices-full' });
    const createdAt = ctx.clock.now();
    if (older.length > 0)
      await ctx.prisma.pushDevice.updateMany({
        where: { endpointKey: { in: older } },
        data: { endpointKey },
      });
    await ctx.prisma.pushDevice.upsert({
      where: { endpointKey },
      create: { id: newId(createdAt), endpointKey, ...kept, createdAt },
      update: kept,
    });
  });
}

/** Tells the actor's device nothing any more; one that is gone already is no fault. */
export async function removeDevice(ctx: Context, id: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, (ctx) => ctx.prisma.pushDevice.deleteMany({ where: { id, personId } }));
}

/** The actor's devices that are told, the newest first. */
export function ownDevices(ctx: ReadContext) {
  return ctx.database.read.pushDevice.findMany({
    where: { personId: personOf(ctx) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true, createdAt: true, toldAt: true },
  });
}

/** Of one session, or of all of a person, but for those of the session that goes on. */
export type EndedSessions = { sessionKey: string } | { personId: string; but?: string };

/** Where somebody is signed out on purpose, nothing more is told there: the device may be another's by then. */
export async function forgetDevices(tx: Transaction, ended: EndedSessions): Promise<void> {
  const where =
    'sessionKey' in ended
      ? { sessionKey: ended.sessionKey }
      : { personId: ended.personId, ...(ended.but !== undefined && { sessionKey: { not: ended.but } }) };
  await tx.prisma.pushDevice.deleteMany({ where });
}

/** As the portal writes to it. */
export const openDevice = (keys: PortalKeys, sealed: string): Subscription =>
  deviceSchema.parse(JSON.parse(keys.open(sealed)));
