import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useRef } from 'react';
import { EmptyState, LinkButton, PageHeader, Pagination } from '~/components/ui';
import { QueueBulk, SelectAll } from '~/components/moderation/queue-bulk';
import { QueueFilters } from '~/components/moderation/queue-filters';
import { QueueRow, isDecidable } from '~/components/moderation/queue-row';
import { useListKeys } from '~/components/moderation/use-list-keys';
import type { Context } from '~/domains/context';
import { DomainError } from '~/domains/domain-error';
import { decideQueueItem, decideQueueItems } from '~/domains/insights/decide-queue-item.server';
import { ordersOfQueue } from '~/domains/insights/queue-orders.query.server';
import type { AskedTitle } from '~/domains/insights/similar/similar-matters.query.server';
import { similarBeside } from '~/domains/insights/similar/similar-matters.query.server';
import { moderatedAreas, moderationQueue, queueLights } from '~/domains/moderation/index.server';
import { queueDecisionSchema } from '~/domains/moderation/schema';
import { areaFilter, areaNames } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import type { RouteArgs } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms.server';
import { listAsked } from '~/http/list-page.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { moderation } from '~/i18n/moderation';
import { reasonText } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';

function moderatorOnly(args: RouteArgs) {
  const ctx = requirePerson(args);
  return load(args, () => {
    if (moderatedAreas(ctx.actor).length === 0)
      throw new DomainError('forbidden', { reason: 'not-moderator' });
    return Promise.resolve(ctx);
  });
}

/** What may be the same as something that is there, and waits to be decided on by itself. */
function comparable(
  { subjects }: Context,
  items: readonly { kind: string; subjectKind: string; subjectId: string; title: string }[],
) {
  return items.flatMap(({ kind, subjectKind, subjectId: id, title }): AskedTitle[] =>
    subjects.compared.has(subjectKind) && subjects.queue.has(kind) && kind !== 'report'
      ? [{ kind: subjectKind, id, title }]
      : [],
  );
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await moderatorOnly(args);
  const { queueKinds } = ctx.subjects;
  const asked = listAsked(args);
  const { areaId, cursor } = asked;
  const kind = asked.one('kind', queueKinds);
  const light = asked.one('light', queueLights);
  const { items, counts, next } = await moderationQueue(ctx, { kind, light, areaId, cursor });
  const [areas, names, orders, similar] = await Promise.all([
    areaFilter(ctx, new URL(args.request.url).searchParams, { scope: moderatedAreas(ctx.actor) }),
    areaNames(
      ctx,
      items.map((item) => item.areaId),
    ),
    ordersOfQueue(ctx, items),
    similarBeside(ctx, args.context.similar, comparable(ctx, items)),
  ]);
  return {
    ...{ items, counts, next, names, orders, similar },
    kind: kind ?? null,
    kinds: queueKinds,
    areas,
    now: ctx.clock.now(),
    title: textIn(ctx.locale, moderation)('title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await moderatorOnly(args);
  const t = textIn(ctx.locale, moderation);
  return runForm(args, queueDecisionSchema, async ({ items, decision, reason }) => {
    const [only] = items;
    const verdict = { approve: decision === 'approve', reason };
    let message = t('flash', { count: items.length });
    if (items.length === 1 && only) await decideQueueItem(ctx, { id: only, ...verdict });
    else {
      const { decided, refused } = await decideQueueItems(
        ctx,
        items.map((id) => ({ id, ...verdict })),
      );
      const why = [...new Set(refused.map(({ error }) => reasonText(ctx.locale, error)))].join(' ');
      if (refused.length > 0) message = t('flash-some', { count: decided, refused: refused.length, why });
    }
    const { pathname, search } = new URL(args.request.url);
    return redirect(pathname + search, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const bulkForm = 'bulk';

export default function Queue() {
  const { items, counts, kind, kinds, areas } = useLoaderData<typeof loader>();
  const t = useText(moderation);
  const narrowed = kind !== null || items.length < counts.total;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueueFilters kind={kind} kinds={kinds} counts={counts} areas={areas} />
      {items.length > 0 ? (
        <Rows />
      ) : (
        <EmptyState
          title={t(narrowed ? 'empty-narrowed' : 'empty-title')}
          action={
            <LinkButton variant="secondary" to={narrowed ? paths.moderation : paths.moderationLog}>
              {t(narrowed ? 'show-all' : 'log-title')}
            </LinkButton>
          }
        >
          {t(narrowed ? 'empty-narrowed-body' : 'empty-body')}
        </EmptyState>
      )}
    </>
  );
}

function Rows() {
  const { items, names, orders, similar, kind, next, now } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(moderation);
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const bulk = kind !== null && isDecidable(kind) && items.length > 1;
  return (
    <>
      <p className="field-hint only-wide">{t('keys')}</p>
      {bulk ? <SelectAll form={bulkForm} /> : <p className="field-hint">{t('bulk-how')}</p>}
      <ul className="queue-rows" ref={list}>
        {items.map((item) => (
          <QueueRow
            key={item.id}
            item={item}
            now={now}
            areaName={names[item.areaId]}
            order={orders[item.subjectId]}
            similar={similar[item.subjectId] ?? []}
            bulkForm={bulk ? bulkForm : null}
            state={state}
          />
        ))}
      </ul>
      <Pagination next={next} />
      {bulk && (
        <QueueBulk
          id={bulkForm}
          kind={kind}
          state={state && Array.isArray(state.values.items) ? state : undefined}
        />
      )}
    </>
  );
}
