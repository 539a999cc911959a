import type { ActionFunctionArgs } from '@remix-run/node';
import { feedbackSchema } from '~/domains/feedback/schema';
import { submitFeedback } from '~/domains/feedback/submit-feedback.server';
import { requirePerson } from '~/http/actor.server';
import { readForm, runForm } from '~/http/forms/forms.server';
import { takePictures } from '~/http/forms/taken-pictures.server';
import { senderField, senderOf } from '~/service-worker/unsent/unsent';

/** Feedback that waited on a phone for the network, of whoever wrote it. Answers its id. */
export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  const sender = senderOf(ctx.actor.personId, ctx.actor.actingFor?.organisationId ?? null);
  if (form.get(senderField) !== sender) return Response.json({ otherSender: true }, { status: 409 });
  return runForm(args, feedbackSchema, async (input) =>
    Response.json({ id: await submitFeedback(ctx, input, await takePictures(ctx, form)) }),
  );
}
