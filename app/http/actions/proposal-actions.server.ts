import { data, redirect } from '@remix-run/node';
import { contextOf, requirePerson } from '../actor.server';
import type { PersonContext, RouteArgs } from '../actor.server';
import { flash, parseForm, readForm, runAction, runForm } from '../forms/forms.server';
import { readHandle, writeHandle } from '../forms/draft-handle';
import type { DraftHandle } from '../forms/draft-handle';
import { paths } from '~/paths';
import { takePictures } from '../forms/taken-pictures.server';
import { proposalPage } from '~/domains/proposals/index.server';
import { publishTyped } from '~/domains/proposals/publish-typed.server';
import { createDraft, saveProposal } from '~/domains/proposals/save-proposal.server';
import { draftSchema, proposalSchema } from '~/domains/proposals/schema';
import type { ProposalInput } from '~/domains/proposals/schema';
import { textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';

/** Keeps the words in the draft that the form names, or in a new one; answers its handle as it stands now. */
async function keepProposal(
  ctx: PersonContext,
  draft: DraftHandle,
  input: ProposalInput,
  pictureIds: string[],
): Promise<string> {
  if (draft.id === '') return writeHandle(await createDraft(ctx, input, pictureIds), 1);
  const { id, revision } = draft;
  return writeHandle(id, await saveProposal(ctx, id, { input, pictureIds, revision }));
}

/** Keeps what was typed so far, without pictures: they wait for the form itself. Answers the draft's handle, or null with the status of what stood in the way. */
export async function autosaveDraft(args: RouteArgs): Promise<Response> {
  const { actor, locale } = contextOf(args);
  if (actor.kind !== 'person') return Response.json({ draftId: null }, { status: 401 });
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  const parsed = parseForm(form, draftSchema, locale);
  if (!parsed.ok) return Response.json({ draftId: null }, { status: 400 });
  const typed = form.get('draftId');
  const draft = readHandle(typeof typed === 'string' ? typed : '');
  const kept = await runAction(args, () => keepProposal(ctx, draft, parsed.value, []));
  if (typeof kept === 'string') return Response.json({ draftId: kept });
  return Response.json({ draftId: null }, { status: kept.init?.status ?? 400 });
}

/** The acts of the form of a proposal: `draft`, `publish`, and `save` for one that is published. */
export async function proposalFormAction(args: RouteArgs, proposalId?: string) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  const typed = form.get('draftId');
  const named = readHandle(typeof typed === 'string' ? typed : '');
  const draft = { ...named, id: proposalId ?? named.id };
  // The Enter key presses a button without an act where areas are looked up: the main one is meant.
  const act = form.get('act') ?? form.get('mainAct');
  const t = textIn(ctx.locale, proposals);
  const answer = await runForm(args, act === 'draft' ? draftSchema : proposalSchema, async (input) => {
    const pictureIds = await takePictures(ctx, form);
    const id =
      act === 'publish'
        ? await publishTyped(ctx, { input, pictureIds, draft })
        : readHandle(await keepProposal(ctx, draft, input, pictureIds)).id;
    const words = act === 'publish' ? 'published' : act === 'draft' ? 'saved-draft' : 'saved-edit';
    return redirect(paths.proposal(id), { headers: { 'Set-Cookie': await flash(args, t(words)) } });
  });
  if (!('init' in answer)) return answer;
  const saved = answer.init?.status === 409 && draft.id !== '' ? await savedNow(ctx, draft.id) : undefined;
  return data({ form: answer.data.form, saved }, answer.init ?? {});
}

/** What another window has saved, beside what was typed here; saving again puts the typed text in its place. */
async function savedNow(ctx: PersonContext, id: string) {
  const { proposal } = await proposalPage(ctx, id);
  const { title, body, revision } = proposal;
  return { draftId: writeHandle(id, revision), title, body };
}
