import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { signOut } from '~/domains/identity/index.server';
import { contextOf } from '~/http/actor.server';
import { forgetSession } from '~/http/guards/cookies.server';
import { flash } from '~/http/forms/forms.server';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';

export const loader = () => redirect(paths.home);

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  const { sessionToken } = args.context;
  if (sessionToken) await signOut(ctx, sessionToken);
  const message = await flash(args, textIn(ctx.locale, identity)('sign-out.flash'));
  return redirect(paths.home, { headers: await forgetSession(ctx.configuration, message) });
}
