import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { attachPictures, storePicture } from '../../files/index.server';
import { resolvePerson } from '../../identity/index.server';
import type { Transaction } from '~/platform/db/database.server';
import { largestPictureBytes } from '~/platform/files/clean-picture.server';
import { sendRequest } from '~/platform/web/send-request.server';

const payloadSchema = z.union([
  z.object({ externalRequestId: z.string() }),
  z.object({ externalUpdateId: z.string() }),
]);
const addresses = z.array(z.string());
const timeoutMilliseconds = 20_000;
const mostPictures = 5;

/** The picture's id, or null where there is none at the address. Throws RequestFailed where no answer came. */
async function fetchPicture(ctx: Context, url: string): Promise<string | null> {
  const answer = await sendRequest({
    url,
    method: 'GET',
    timeoutMilliseconds,
    toPrivateAddresses: ctx.configuration.privateBridges,
    mostBytes: largestPictureBytes,
  });
  if (answer.status >= 500) throw new Error(`${answer.status} from the server of the picture`);
  if (answer.status !== 200) return null;
  try {
    return await storePicture(ctx, answer.body);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

interface Waiting {
  personId: string;
  urls: string[];
  subjectKind: 'feedback' | 'external-update';
  subjectId: string;
  /** Keeps what is still to be fetched, in the transaction that hangs up what was. */
  keep: (tx: Transaction, mediaUrls: string | null) => Promise<unknown>;
}

const listOf = (mediaUrls: string | null) =>
  mediaUrls === null ? [] : addresses.parse(JSON.parse(mediaUrls)).slice(0, mostPictures);

async function waitingOf(ctx: ReadContext, payload: unknown): Promise<Waiting | null> {
  const asked = payloadSchema.parse(payload);
  const include = { apiKey: { select: { personId: true } } } as const;
  if ('externalRequestId' in asked) {
    const where = { id: asked.externalRequestId };
    const row = await ctx.database.read.externalRequest.findUnique({ where, include });
    return (
      row && {
        personId: row.apiKey.personId,
        urls: listOf(row.mediaUrls),
        subjectKind: 'feedback',
        subjectId: row.feedbackId,
        keep: (tx, mediaUrls) => tx.prisma.externalRequest.update({ where, data: { mediaUrls } }),
      }
    );
  }
  const where = { id: asked.externalUpdateId };
  const row = await ctx.database.read.externalUpdate.findUnique({ where, include });
  return (
    row && {
      personId: row.apiKey.personId,
      urls: listOf(row.mediaUrls),
      subjectKind: 'external-update',
      subjectId: row.id,
      keep: (tx, mediaUrls) => tx.prisma.externalUpdate.update({ where, data: { mediaUrls } }),
    }
  );
}

/**
 * The handler of jobs of kind `bridge.fetch-pictures`: fetches the pictures that a posted request or update named,
 * cleans them like any other and hangs them up there. What is fetched is struck off the list in the same transaction,
 * so that a repetition goes on where it was.
 */
export async function fetchPictures(ctx: Context, payload: unknown): Promise<void> {
  const waiting = await waitingOf(ctx, payload);
  if (!waiting || waiting.urls.length === 0) return;
  const { urls, subjectKind, subjectId } = waiting;
  const actor = await resolvePerson(ctx.database, waiting.personId, null);
  while (urls.length > 0) {
    const pictureId = await fetchPicture({ ...ctx, actor }, urls[0] ?? '');
    urls.shift();
    await inTransaction(ctx, async (ctx) => {
      await attachPictures(
        { ...ctx, actor },
        { subjectKind, subjectId, fileIds: pictureId ? [pictureId] : [] },
      );
      await waiting.keep(ctx, urls.length > 0 ? JSON.stringify(urls) : null);
    });
  }
  ctx.invalidatePages(['feedback', 'work-orders']);
}
