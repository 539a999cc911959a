import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { beginUpload } from '~/domains/files/index.server';
import { contextOf } from '~/http/actor.server';
import { answerUpload } from '~/http/answers/files/upload-answer.server';
import { parseForm, readForm } from '~/http/forms/forms.server';
import { numberField } from '~/lib/numbers/number-field';

const beginning = z.object({ bytes: numberField(z.number().int().min(1)) });

/** Where a form's script begins to send a picture, part by part and beside the form. */
export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  if (ctx.actor.kind !== 'person') return Response.json({ reason: null }, { status: 401 });
  const form = parseForm(await readForm(args.request), beginning, ctx.locale);
  if (!form.ok) return Response.json({ reason: null }, { status: 400 });
  return answerUpload(ctx, async () => ({ id: await beginUpload(ctx, form.value.bytes) }));
}
