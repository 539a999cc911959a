import { redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { commentFacts } from '~/domains/deliberation/index.server';
import { ensureMatterReadable } from '~/domains/insights/readable-matter.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pathOfComment } from '~/paths';

/** Where a comment is named by its id alone, as in the moderators' queue and log: to its place in its thread. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const path = await load(args, async () => {
    const { subjectKind: kind, subjectId, threadId } = await commentFacts(ctx, id);
    const subject = { kind, id: subjectId };
    await ensureMatterReadable(ctx, subject);
    return pathOfComment(subject, threadId, id);
  });
  return redirect(path);
}
