import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useRef } from 'react';
import { EmptyState, LinkButton, PageHeader, Pagination } from '~/components/ui';
import { BulkRefused, QueueBulk, SelectAll } from '~/components/moderation/queue-bulk';
import { QueueFilters } from '~/components/moderation/queue-filters';
import { QueueRow } from '~/components/moderation/queue-row';
import { SingleKeys } from '~/components/ui/single-keys';
import { useListKeys } from '~/components/moderation/use-list-keys';
import type { Context } from '~/domains/context';
import { DomainError } from '~/domains/domain-error';
import { orderableKinds } from '~/domains/insights/dispatch-queue-items.server';
import { ordersOfQueue } from '~/domains/insights/queue-orders.query.server';
import type { AskedTitle } from '~/domains/insights/similar/similar-matters.query.server';
import { similarBeside } from '~/domains/insights/similar/similar-matters.query.server';
import {
  barredAppeals,
  claimsOn,
  gatheredReports,
  moderatedAreas,
  moderationQueue,
  queueLights,
} from '~/domains/moderation/index.server';
import { claimsToCheck, departmentsFor } from '~/domains/organisations/index.server';
import { areaFilter, areaNames } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import type { RouteArgs } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { queueAction } from '~/http/queue-actions.server';
import { paths } from '~/paths';
import { identityCounterPath } from '~/paths-account';
import { textIn } from '~/i18n/catalogue';
import { counter } from '~/i18n/counter';
import { moderation } from '~/i18n/moderation';
import { moderationLog } from '~/i18n/moderation-log';
import { realName } from '~/i18n/real-name';
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

const inWords = ({ locale }: Context, reasons: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(reasons).map(([id, reason]) => [
      id,
      reasonText(locale, { code: 'forbidden', reason, params: {} }),
    ]),
  );

/** What the rows about organisations are checked by, of their credit codes and certificates. */
const checksOf = (ctx: Context, items: readonly { kind: string; subjectId: string }[]) =>
  claimsToCheck(
    ctx,
    items.filter(({ kind }) => kind === 'organisation-verification').map(({ subjectId }) => subjectId),
  );

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await moderatorOnly(args);
  const { queueKinds } = ctx.subjects;
  const asked = listAsked(args);
  const { areaId, cursor, words } = asked;
  const kind = asked.one('kind', queueKinds);
  const light = asked.one('light', queueLights);
  const { items, counts, next } = await moderationQueue(ctx, { kind, light, areaId, words, cursor });
  const [areas, names, orders, similar, reports, claims, departments, barred, checks] = await Promise.all([
    areaFilter(ctx, new URL(args.request.url).searchParams, { scope: moderatedAreas(ctx.actor) }),
    areaNames(
      ctx,
      items.map((item) => item.areaId),
    ),
    ordersOfQueue(ctx, items),
    similarBeside(ctx, args.context.similar, comparable(ctx, items)),
    gatheredReports(
      ctx,
      items.filter((item) => item.kind === 'report'),
    ),
    claimsOn(
      ctx,
      items.map(({ id }) => id),
    ),
    kind && orderableKinds.includes(kind) ? departmentsFor(ctx, moderatedAreas(ctx.actor)) : null,
    barredAppeals(ctx, items),
    checksOf(ctx, items),
  ]);
  return {
    ...{ items, counts, next, names, orders, similar, reports, claims, departments, checks },
    barred: inWords(ctx, barred),
    kind: kind ?? null,
    words: words ?? null,
    kinds: queueKinds,
    areas,
    now: ctx.clock.now(),
    title: textIn(ctx.locale, moderation)('title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  await moderatorOnly(args);
  return queueAction(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const bulkForm = 'bulk';

export default function Queue() {
  const { items, counts, kind, kinds, areas, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(moderation);
  const ofLog = useText(moderationLog);
  const narrowed = kind !== null || words !== null || items.length < counts.total;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<ToCounter />} />
      {outcome && 'outcome' in outcome && <BulkRefused outcome={outcome.outcome} />}
      <QueueFilters kind={kind} kinds={kinds} counts={counts} areas={areas} />
      {items.length > 0 ? (
        <Rows />
      ) : (
        <EmptyState
          picture="done"
          title={t(narrowed ? 'empty-narrowed' : 'empty-title')}
          action={
            <LinkButton variant="secondary" to={narrowed ? paths.moderation : paths.moderationLog}>
              {narrowed ? t('show-all') : ofLog('log-title')}
            </LinkButton>
          }
        >
          {t(narrowed ? 'empty-narrowed-body' : 'empty-body')}
        </EmptyState>
      )}
    </>
  );
}

/** What is done at a counter, apart from the queue. */
function ToCounter() {
  const t = useText(moderation);
  const ofCounter = useText(counter);
  const r = useText(realName);
  return (
    <>
      <LinkButton variant="quiet" to={paths.signInCodes}>
        {ofCounter('give-title')}
      </LinkButton>
      <LinkButton variant="quiet" to={identityCounterPath}>
        {r('counter-title')}
      </LinkButton>
      <LinkButton variant="quiet" to={paths.recoveryCodes}>
        {t('to-recovery-codes')}
      </LinkButton>
    </>
  );
}

function Rows() {
  const { items, names, orders, similar, reports, claims, departments, barred, checks, kind, next, now } =
    useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(moderation);
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const inBulk = state && Array.isArray(state.values.items) ? state : undefined;
  return (
    <>
      <p className="field-hint only-wide">
        <SingleKeys help={t('keys')} />
      </p>
      <SelectAll form={bulkForm} />
      {kind === null && <p className="field-hint">{t('bulk-how')}</p>}
      <ul className="queue-rows" ref={list}>
        {items.map((item) => (
          <QueueRow
            key={item.id}
            item={item}
            now={now}
            areaName={names[item.areaId]}
            order={orders[item.subjectId]}
            reports={item.kind === 'report' ? reports[item.subjectId] : undefined}
            similar={similar[item.subjectId] ?? []}
            claim={claims[item.id]}
            check={checks[item.subjectId]}
            barred={barred[item.id]}
            bulkForm={bulkForm}
            state={state}
          />
        ))}
      </ul>
      <Pagination next={next} />
      <QueueBulk id={bulkForm} kind={kind} departments={departments} state={inBulk} />
    </>
  );
}
