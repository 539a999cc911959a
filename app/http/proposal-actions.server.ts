import { redirect } from '@remix-run/node';
import { contextOf, requirePerson } from './actor.server';
import type { PersonContext, RouteArgs } from './actor.server';
import { flash, parseForm, readForm, runAction, runForm } from './forms.server';
import { paths } from './paths';
import { readUploads } from './uploads.server';
import { storePicture } from '~/domains/files/index.server';
import { createDraft, publishProposal, saveProposal } from '~/domains/proposals/save-proposal.server';
import { draftSchema, proposalSchema } from '~/domains/proposals/schema';
import type { ProposalInput } from '~/domains/proposals/schema';
import { textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';

/** Keeps the words in the draft that the form names, or in a new one; answers its id. */
async function keep(
  ctx: PersonContext,
  draftId: string,
  input: ProposalInput,
  form: FormData,
): Promise<string> {
  const uploads = await readUploads(form, 'pictures');
  const pictureIds = await Promise.all(uploads.map((bytes) => storePicture(ctx, bytes)));
  if (draftId === '') return createDraft(ctx, input, pictureIds);
  await saveProposal(ctx, draftId, { input, pictureIds });
  return draftId;
}

/** Keeps what was typed so far; answers the draft's id, or null with the status of what stood in the way. */
export async function autosaveDraft(args: RouteArgs): Promise<Response> {
  const { actor, locale } = contextOf(args);
  if (actor.kind !== 'person') return Response.json({ draftId: null }, { status: 401 });
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  const parsed = parseForm(form, draftSchema, locale);
  if (!parsed.ok) return Response.json({ draftId: null }, { status: 400 });
  const typed = form.get('draftId');
  const kept = await runAction(args, () =>
    keep(ctx, typeof typed === 'string' ? typed : '', parsed.value, form),
  );
  if (typeof kept === 'string') return Response.json({ draftId: kept });
  return Response.json({ draftId: null }, { status: kept.init?.status ?? 400 });
}

/** The acts of the form of a proposal: `draft`, `publish`, and `save` for one that is published. */
export async function proposalFormAction(args: RouteArgs, proposalId?: string) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  const typed = form.get('draftId');
  const draftId = proposalId ?? (typeof typed === 'string' ? typed : '');
  const act = form.get('act');
  const t = textIn(ctx.locale, proposals);
  return runForm(args, act === 'draft' ? draftSchema : proposalSchema, async (input) => {
    const id = await keep(ctx, draftId, input, form);
    if (act === 'publish') await publishProposal(ctx, id);
    const words = act === 'publish' ? 'published' : act === 'draft' ? 'saved-draft' : 'saved-edit';
    return redirect(paths.proposal(id), { headers: { 'Set-Cookie': await flash(args, t(words)) } });
  });
}
