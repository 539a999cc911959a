import type { BridgeCaller } from '../api-keys.server';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { takeFeedback } from '../../feedback/index.server';
import { storePicture } from '../../files/index.server';
import { areasOfPoints } from '../areas-of-points.server';
import { checkRequest } from '../rules/open311/check-request';
import type { CheckedRequest } from '../rules/open311/check-request';
import type { PostedForm } from '../rules/open311/posted-form';
import { titleAndBody } from '../rules/title-and-body';
import { CallRefused } from './call-refused';
import { serviceCodes } from './services.query.server';
import { repeatHours, repeatKeys } from './repeat-key';
import { isWithin } from '../../actor';
import { areaByCode } from '../../territory/index.server';
import { textIn } from '~/i18n/catalogue';
import { open311 } from '~/i18n/open311';
import type { Reader } from '~/platform/db/database.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { cutText } from '~/lib/texts/cut-text';

const mostPictures = 5;

export interface PostedRequest {
  posted: PostedForm;
  /** The area of `jurisdiction_id`, where one was given. */
  jurisdiction: string | null;
  idempotencyKey: string | null;
  pictures: Uint8Array[];
}

export interface TakenRequest {
  requestId: string;
  immediateDanger: boolean;
  accountId: string | null;
}

async function areaFor(ctx: ReadContext, request: CheckedRequest, scope: string): Promise<string> {
  const { latitude, longitude, addressId } = request;
  if (addressId !== null) {
    const area = await areaByCode(ctx, addressId, scope);
    if (area === null)
      throw new CallRefused({ status: 400, key: 'fault.no-area', params: { id: addressId } });
    return area;
  }
  if (latitude === null || longitude === null) return scope;
  const place = { latitude, longitude };
  const found = (await areasOfPoints(ctx, scope, [place]))(place);
  if (found === null) throw new CallRefused({ status: 400, key: 'fault.outside' });
  return found;
}

function wordsOf(ctx: ReadContext, request: CheckedRequest) {
  const { title, body } = titleAndBody(request.description);
  const t = textIn(ctx.locale, open311);
  const affected = request.affected.map((group) => t(`affected.${group}` as 'affected.residents'));
  const lines = [
    ...(request.immediateDanger ? [t('body.danger')] : []),
    ...(affected.length > 0 ? [t('body.affected', { groups: affected.join(t('list-separator')) })] : []),
  ];
  return { title, body: [body, ...lines].join('\n\n') };
}

interface Repeat {
  keyId: string;
  keys: readonly string[];
  now: Date;
}

async function known(
  { externalRequest }: Pick<Reader, 'externalRequest'>,
  { keyId, keys, now }: Repeat,
): Promise<string | null> {
  const found = await externalRequest.findFirst({
    where: { apiKeyId: keyId, repeatKey: { in: [...keys] } },
    orderBy: { id: 'desc' },
    select: { feedbackId: true, repeatKey: true, createdAt: true },
  });
  if (!found) return null;
  const age = now.getTime() - found.createdAt.getTime();
  const over = found.repeatKey.startsWith('content:') && age > repeatHours * 3600_000;
  return over ? null : found.feedbackId;
}

/**
 * Takes a request of another system in as feedback, in the name of its service account; who asked is sealed.
 * A request that was taken already is answered with the id that it has. Throws CallRefused.
 */
export async function takeRequest(
  ctx: Context,
  caller: BridgeCaller,
  call: PostedRequest,
): Promise<TakenRequest> {
  if (call.jurisdiction !== null && !isWithin(call.jurisdiction, caller.areaId))
    throw new CallRefused({ status: 403, key: 'fault.other-area' });
  const checked = checkRequest(call.posted, (await serviceCodes(ctx)).open);
  if (!checked.ok) throw new CallRefused(...checked.faults);
  const { request } = checked;
  const now = ctx.clock.now();
  const keys = repeatKeys(request, { idempotencyKey: call.idempotencyKey, now });
  const repeat: Repeat = { keyId: caller.keyId, keys, now };
  const answer = (requestId: string) => ({
    requestId,
    immediateDanger: request.immediateDanger,
    accountId: request.reporter.account_id ?? null,
  });
  const before = await known(ctx.database.read, repeat);
  if (before) return answer(before);
  const areaId = await areaFor(ctx, request, call.jurisdiction ?? caller.areaId);
  try {
    return answer(await write({ ctx, caller, call, request, areaId, repeat }));
  } catch (error) {
    // On PostgreSQL the same POST may come in two transactions at once: the other one has taken it.
    const taken = isUniqueViolation(error) ? await known(ctx.database.read, repeat) : null;
    if (taken) return answer(taken);
    throw error;
  }
}

interface Writing {
  ctx: Context;
  caller: BridgeCaller;
  call: PostedRequest;
  request: CheckedRequest;
  areaId: string;
  repeat: Repeat;
}

async function write(writing: Writing): Promise<string> {
  const { ctx, caller, call, request, areaId, repeat } = writing;
  const acting: Context = { ...ctx, actor: caller.actor };
  const pictureIds: string[] = [];
  for (const bytes of call.pictures.slice(0, mostPictures))
    pictureIds.push(await storePicture(acting, bytes));
  const { category, kind, latitude, longitude } = request;
  return inTransaction(ctx, async (ctx) => {
    const before = await known(ctx.prisma, repeat);
    if (before) return before;
    const feedbackId = await takeFeedback(
      { ...ctx, actor: caller.actor },
      {
        pictureIds,
        isPlainText: true,
        input: {
          ...wordsOf(ctx, request),
          category,
          kind,
          areaId,
          latitude,
          longitude,
          place: cutText(request.addressText, 100),
          isPublic: caller.postsArePublic ? 'yes' : 'no',
        },
      },
    );
    await keepExternal(ctx, writing, feedbackId);
    return feedbackId;
  });
}

/** What only the other system knows of the request: its number and reporter; its pictures are fetched by a job. */
async function keepExternal(
  ctx: TransactionContext,
  { caller, request, repeat }: Writing,
  feedbackId: string,
) {
  const { reporter, media } = request;
  const now = repeat.now;
  const id = newId(now);
  await ctx.prisma.externalRequest.create({
    data: {
      id,
      apiKeyId: caller.keyId,
      repeatKey: repeat.keys[0] ?? id,
      externalId: request.externalId,
      feedbackId,
      sealedReporter: Object.keys(reporter).length > 0 ? ctx.keys.seal(JSON.stringify(reporter)) : null,
      mediaUrls: media.length > 0 ? JSON.stringify(media) : null,
      createdAt: now,
    },
  });
  if (media.length === 0) return;
  await enqueue(ctx, {
    kind: 'bridge.fetch-pictures',
    payload: { externalRequestId: id },
    runAt: now,
    idempotencyKey: `bridge.fetch-pictures:${id}`,
  });
}
