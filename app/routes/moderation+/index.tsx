import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useRef } from 'react';
import {
  CardList,
  EmptyState,
  Field,
  FilterArea,
  FilterBar,
  Form,
  LinkButton,
  PageHeader,
  Section,
  Tabs,
  TextArea,
} from '~/components/ui';
import { DecisionButtons, QueueCard, isDecidable } from '~/components/matter/queue-card';
import { useListKeys } from '~/components/matter/use-list-keys';
import { DomainError } from '~/domains/domain-error';
import { decideQueueItem, decideQueueItems } from '~/domains/insights/decide-queue-item.server';
import { moderatedAreas, moderationQueue, queueKinds } from '~/domains/moderation/index.server';
import { queueDecisionSchema } from '~/domains/moderation/schema';
import { areaNames, areaTree } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import type { RouteArgs } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/http/paths';
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

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await moderatorOnly(args);
  const asked = new URL(args.request.url).searchParams;
  const kind = queueKinds.find((name) => name === asked.get('kind'));
  const areaId = asked.get('area') || undefined;
  const offset = Math.min(10_000, Math.max(0, Number.parseInt(asked.get('from') ?? '0', 10) || 0));
  const page = await moderationQueue(ctx, { kind, areaId, offset });
  const [areas, names] = await Promise.all([
    areaTree(ctx),
    areaNames(
      ctx,
      page.items.map((item) => item.areaId),
    ),
  ]);
  const now = ctx.clock.now();
  return {
    items: page.items.map((item) => ({ ...item, late: item.dueAt !== null && item.dueAt < now })),
    counts: page.counts,
    next: page.more ? offset + page.items.length : null,
    kind: kind ?? null,
    areas: areas.filter((area) => moderatedAreas(ctx.actor).some((own) => area.id.startsWith(own))),
    names,
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
  const { items, counts, names, kind, next, areas } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(moderation);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const bulk = kind !== null && isDecidable(kind) && items.length > 1;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <KindTabs counts={counts} kind={kind} />
      <FilterBar>
        <FilterArea areas={areas} />
        {kind && <input type="hidden" name="kind" value={kind} />}
      </FilterBar>
      {items.length === 0 ? (
        <EmptyState title={t('empty-title')}>{t('empty-body')}</EmptyState>
      ) : (
        <div ref={list} className="stack">
          <p className="field-hint only-wide">{t('keys')}</p>
          <CardList label={t('title')}>
            {items.map((item) => (
              <QueueCard
                key={item.id}
                item={item}
                areaName={names[item.areaId]}
                bulkForm={bulk ? bulkForm : null}
                state={state}
              />
            ))}
          </CardList>
          {next !== null && (
            <LinkButton
              variant="secondary"
              to={`?${new URLSearchParams({ ...(kind ? { kind } : {}), from: String(next) })}`}
            >
              {t('more')}
            </LinkButton>
          )}
          {bulk && (
            <Section title={t('bulk')}>
              <Form id={bulkForm} state={state && Array.isArray(state.values.items) ? state : undefined}>
                <p>{t('bulk-hint')}</p>
                <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
                  <TextArea rows={3} maximum={2000} />
                </Field>
                <DecisionButtons kind={kind} />
              </Form>
            </Section>
          )}
        </div>
      )}
    </>
  );
}

function KindTabs({ counts, kind }: { counts: Record<string, number>; kind: string | null }) {
  const t = useText(moderation);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const kinds = queueKindsOf(counts);
  return (
    <Tabs
      label={t('title')}
      tabs={[
        { to: paths.moderation, label: t('kind.all'), current: kind === null, count: total },
        ...kinds.map((name) => ({
          to: `${paths.moderation}?kind=${name}`,
          label: t(`kind.${name}`),
          current: kind === name,
          count: counts[name] ?? 0,
        })),
      ]}
    />
  );
}

const shown = [
  'feedback',
  'threshold-reached',
  'overdue',
  'returned-order',
  'order-request',
  'undispatched',
  'report',
  'residence-verification',
  'organisation-verification',
] as const;
const queueKindsOf = (counts: Record<string, number>) => shown.filter((name) => (counts[name] ?? 0) > 0);
