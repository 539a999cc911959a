import { z } from 'zod';
import type { Context } from '../../context';
import { DomainError } from '../../domain-error';
import { attachPictures, storePicture } from '../../files/index.server';
import { resolvePerson } from '../../identity/index.server';
import { largestPictureBytes } from '~/platform/files/clean-picture.server';
import { sendRequest } from '~/platform/web/send-request.server';

const payloadSchema = z.object({ externalRequestId: z.string() });
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

/**
 * The handler of jobs of kind `bridge.fetch-pictures`: fetches the pictures that a posted request named, cleans them
 * like any other and hangs them on the feedback. What is fetched is struck off the list in the same transaction, so
 * that a repetition goes on where it was.
 */
export async function fetchPictures(ctx: Context, payload: unknown): Promise<void> {
  const { externalRequestId } = payloadSchema.parse(payload);
  const request = await ctx.database.read.externalRequest.findUnique({
    where: { id: externalRequestId },
    include: { apiKey: { select: { personId: true } } },
  });
  if (!request?.mediaUrls) return;
  const acting: Context = { ...ctx, actor: await resolvePerson(ctx.database, request.apiKey.personId, null) };
  const waiting = addresses.parse(JSON.parse(request.mediaUrls)).slice(0, mostPictures);
  while (waiting.length > 0) {
    const pictureId = await fetchPicture(acting, waiting[0] ?? '');
    waiting.shift();
    await ctx.database.transaction(async (tx) => {
      await attachPictures(tx, acting, {
        subjectKind: 'feedback',
        subjectId: request.feedbackId,
        fileIds: pictureId ? [pictureId] : [],
      });
      await tx.prisma.externalRequest.update({
        where: { id: externalRequestId },
        data: { mediaUrls: waiting.length > 0 ? JSON.stringify(waiting) : null },
      });
    });
  }
  ctx.invalidatePages(['feedback']);
}
