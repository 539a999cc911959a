import { redirect } from '@remix-run/node';
import { requirePerson } from './actor.server';
import type { RouteArgs } from './actor.server';
import { flash, readForm, runForm } from './forms/forms.server';
import { decideQueueItem, decideQueueItems, withEachItem } from '~/domains/insights/decide-queue-item.server';
import type { BulkOutcome } from '~/domains/insights/decide-queue-item.server';
import { dispatchQueueItems } from '~/domains/insights/dispatch-queue-items.server';
import { claimQueueItem, releaseQueueItem } from '~/domains/moderation/index.server';
import { claimSchema, dispatchSchema, queueDecisionSchema } from '~/domains/moderation/schema';
import { hasKey, textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { moderation } from '~/i18n/moderation';
import { reasonText } from '~/i18n/reason-text';

type Done = 'flash' | 'flash-claimed' | 'flash-released' | 'flash-dispatched';

/** The word of a kind of matter, where the row has no title of its own. */
function wordOf(locale: Locale, kind: string): string {
  const key = `kind.${kind}`;
  return hasKey(moderation, key) ? textIn(locale, moderation)(key) : '';
}

/** Back to the queue as it was narrowed; where something was refused the page itself names each with its reason. */
async function answer(args: RouteArgs, key: Done, { done, refused }: BulkOutcome) {
  const { locale } = requirePerson(args);
  if (refused.length > 0) {
    const named = refused.map(({ id, kind, title, error }) => ({
      id,
      title: title || wordOf(locale, kind),
      why: reasonText(locale, error),
    }));
    return { outcome: { done, refused: named } };
  }
  const { pathname, search } = new URL(args.request.url);
  const message = textIn(locale, moderation)(key, { count: done });
  return redirect(pathname + search, { headers: { 'Set-Cookie': await flash(args, message) } });
}

/** What moderators do in their queue: decide, make orders, take items and leave them, one or many. */
export async function queueAction(args: RouteArgs) {
  const ctx = requirePerson(args);
  switch ((await readForm(args.request)).get('intent')) {
    case 'claim':
      return runForm(args, claimSchema, async ({ items }) =>
        answer(args, 'flash-claimed', await withEachItem(ctx, items, ({ id }) => claimQueueItem(ctx, id))),
      );
    case 'release':
      return runForm(args, claimSchema, async ({ items }) =>
        answer(args, 'flash-released', await withEachItem(ctx, items, ({ id }) => releaseQueueItem(ctx, id))),
      );
    case 'dispatch':
      return runForm(args, dispatchSchema, async ({ items, departmentId }) =>
        answer(args, 'flash-dispatched', await dispatchQueueItems(ctx, items, departmentId)),
      );
    default:
      return decide(args);
  }
}

function decide(args: RouteArgs) {
  const ctx = requirePerson(args);
  return runForm(args, queueDecisionSchema, async ({ items, decision, reason, ground }) => {
    const [only] = items;
    const verdict = { approve: decision === 'approve', reason, ground };
    if (items.length > 1 || !only) return answer(args, 'flash', await decideQueueItems(ctx, items, verdict));
    await decideQueueItem(ctx, { id: only, ...verdict });
    return answer(args, 'flash', { done: 1, refused: [] });
  });
}
