import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { addPart, dropUpload, stateOfUpload } from '~/domains/files/index.server';
import type { UploadPart } from '~/domains/files/index.server';
import { contextOf } from '~/http/actor.server';
import { answerUpload } from '~/http/answers/files/upload-answer.server';

/** How much of a picture has come: whoever lost the network goes on from there. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  return answerUpload(ctx, () => stateOfUpload(ctx, args.params.id ?? ''));
}

/** The next part as it was sent; null where it broke off, or does not say where it belongs. */
async function partIn(request: Request): Promise<UploadPart | null> {
  const position = new URL(request.url).searchParams.get('from') ?? '';
  if (!/^\d{1,9}$/.test(position)) return null;
  try {
    return { position: Number(position), data: new Uint8Array(await request.arrayBuffer()) };
  } catch {
    return null;
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  if (ctx.actor.kind !== 'person') return Response.json({ reason: null }, { status: 401 });
  const id = args.params.id ?? '';
  if (args.request.method === 'DELETE') return answerUpload(ctx, () => dropUpload(ctx, id));
  if (args.request.method !== 'PUT') return Response.json({ reason: null }, { status: 405 });
  const part = await partIn(args.request);
  if (!part) return Response.json({ reason: null }, { status: 400 });
  return answerUpload(ctx, () => addPart(ctx, id, part));
}
