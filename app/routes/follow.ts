import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { setFollowing } from '~/domains/insights/set-following.server';
import { requirePerson, safeNext } from '~/http/actor.server';
import { flash, load, parseForm, readForm } from '~/http/forms/forms.server';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';

const schema = z.object({
  subjectKind: z.string().max(20),
  subjectId: z.string().min(1).max(26),
  following: z.enum(['yes', 'no']),
  next: z.string().optional(),
});

export const loader = () => redirect(paths.home);

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const asked = parseForm(await readForm(args.request), schema, ctx.locale);
  // There is no page here on which to say what is wrong; no button of ours sends such a form.
  if (!asked.ok) throw data({ reason: null }, { status: 400 });
  const { following, next, ...subject } = asked.value;
  await load(args, () => setFollowing(ctx, { ...subject, following: following === 'yes' }));
  const message = textIn(ctx.locale, proposals)(following === 'yes' ? 'following' : 'unfollowed');
  return redirect(safeNext(next, paths.home), { headers: { 'Set-Cookie': await flash(args, message) } });
}
