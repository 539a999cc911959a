import { redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { conversationOfStatement } from '~/domains/opinions/conversation.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { paths } from '~/paths';

/** A statement stands among those of its conversation. */
export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id ?? '';
  const { conversationId, number } = await load(args, () => conversationOfStatement(contextOf(args), id));
  return redirect(`${paths.conversationStatements(conversationId)}#s-${number}`);
}
