import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/ui';
import { SingleKeys } from '~/components/ui/single-keys';
import { useWorkbenchKeys } from '~/components/workorders/use-workbench-keys';
import { WorkbenchDetail } from '~/components/workorders/workbench-detail';
import { BulkDispatch, WorkbenchList } from '~/components/workorders/workbench-list';
import { SavedFilters, WorkbenchFilters, WorkbenchQueues } from '~/components/workorders/workbench-queues';
import type { Actor } from '~/domains/actor';
import { storeFile } from '~/domains/files/index.server';
import { departmentsFor } from '~/domains/organisations/index.server';
import { areaFilter, areaNames } from '~/domains/territory/index.server';
import { bulkDispatch } from '~/domains/workorders/steps/bulk-dispatch.server';
import { addNote } from '~/domains/workorders/notes.server';
import {
  orderQueue,
  queueCounts,
  queueIn,
  scopeAsked,
  scopesFor,
} from '~/domains/workorders/queue/queue.query.server';
import { departmentsOf, mayDispatch, takesCalls } from '~/domains/workorders/policy';
import { removeFilter, savedFilters, saveFilter } from '~/domains/workorders/queue/saved-filters.server';
import {
  bulkDispatchSchema,
  noteSchema,
  removeSchema,
  saveFilterSchema,
  stepSchema,
} from '~/domains/workorders/schema';
import { stepWorkOrder } from '~/domains/workorders/steps/work-on-order.server';
import { workbenchOrder } from '~/domains/workorders/queue/workbench.query.server';
import { requirePerson } from '~/http/actor.server';
import type { RouteArgs } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { takePictures } from '~/http/forms/taken-pictures.server';
import { readNamedUploads } from '~/http/forms/uploads.server';
import { hasKey, textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { reasonText } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';
import { workbench } from '~/i18n/workbench';

/** The queue's scope; one of areas can be narrowed to one below. */
function narrowed(actor: Actor, asked: URLSearchParams) {
  const scope = scopeAsked(actor, asked.get('scope') || null);
  const areaId = asked.get('area');
  return scope.kind === 'area' && areaId ? scopeAsked(actor, areaId) : scope;
}

/** What the address asks for: scope, queue and filters. */
function readAsked(args: RouteArgs) {
  const ctx = requirePerson(args);
  const asked = new URL(args.request.url).searchParams;
  const scope = narrowed(ctx.actor, asked);
  return {
    ctx,
    asked,
    filter: {
      scope,
      queue: queueIn(ctx.actor, scope, asked.get('queue')),
      level: asked.get('level') || undefined,
      category: asked.get('category') || undefined,
      lateAt: asked.get('late') === 'yes' ? ctx.clock.now() : undefined,
      cursor: asked.get('cursor'),
    },
  };
}

export async function loader(args: LoaderFunctionArgs) {
  requirePerson(args);
  return load(args, async () => {
    const { ctx, asked, filter } = readAsked(args);
    const t = textIn(ctx.locale, proposals);
    const own = scopesFor(ctx.actor);
    const ownAreas = own.flatMap(({ kind, id }) => (kind === 'area' ? [id] : []));
    const categoryName = (category: string) => {
      const key = `category.${category}`;
      return hasKey(proposals, key) ? t(key) : category;
    };
    const [queue, counts, areas, filters] = await Promise.all([
      orderQueue(ctx, filter),
      queueCounts(ctx, filter.scope),
      areaFilter(ctx, asked, { scope: ownAreas, chosen: filter.scope.id }),
      savedFilters(ctx),
    ]);
    if (asked.get('order') === 'next') throw redirect(withOrder(args, queue.items[0]?.id ?? null));
    const first = asked.get('order');
    const opened = { id: first ?? '', templateId: asked.get('template'), categoryName };
    const [names, page, departments] = await Promise.all([
      areaNames(ctx, [...queue.items.map((item) => item.areaId), ...ownAreas]),
      first ? workbenchOrder(ctx, opened) : null,
      filter.queue === 'dispatch' && mayDispatch(ctx.actor, filter.scope.id).allowed
        ? departmentsFor(ctx, [filter.scope.id])
        : [],
    ]);
    const scopes = [
      ...departmentsOf(ctx.actor).map(({ organisationId, name }) => ({ id: organisationId, name })),
      ...ownAreas.map((id) => ({ id, name: names[id] ?? id })),
    ].map(({ id, name }) => ({ value: id, label: name }));
    const title = textIn(ctx.locale, workbench)('title');
    const { scope, queue: name } = filter;
    return {
      ...queue,
      counts,
      scopes,
      scope,
      queue: name,
      filters,
      names,
      page,
      departments,
      areas,
      title,
      takesCalls: takesCalls(ctx.actor),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, workbench);
  const url = new URL(args.request.url);
  const back = async (message: string, change: Record<string, string | null> = {}) => {
    for (const [name, value] of Object.entries({ index: null, template: null, ...change }))
      if (value === null) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    const to = `${paths.workbench}?${url.searchParams}`;
    return redirect(to, { headers: { 'Set-Cookie': await flash(args, message) } });
  };
  const form = await readForm(args.request);
  switch (form.get('intent')) {
    case 'bulk':
      return runForm(args, bulkDispatchSchema, async (input) => {
        const { done, refused } = await bulkDispatch(ctx, input);
        const why = refused.map(({ error }) => reasonText(ctx.locale, error));
        return back(
          refused.length === 0
            ? t('flash-bulk', { count: done })
            : t('flash-bulk-some', {
                count: done,
                refused: refused.length,
                why: [...new Set(why)].join(' '),
              }),
          { order: null },
        );
      });
    case 'note':
      return runForm(args, noteSchema, async ({ order, body }) => {
        const uploads = await readNamedUploads(form, 'files');
        const fileIds = await Promise.all(uploads.map((file) => storeFile(ctx, file)));
        await addNote(ctx, { workOrderId: order, body, fileIds });
        return back(t('flash-noted'), { order });
      });
    case 'save-filter':
      return runForm(args, saveFilterSchema, async (input) => {
        await saveFilter(ctx, input);
        return back(t('flash-saved'));
      });
    case 'remove-filter':
      return runForm(args, removeSchema, async ({ id }) => {
        await removeFilter(ctx, id);
        return back(t('flash-removed'));
      });
    default:
      return runForm(args, stepSchema, async (step) => {
        const pictures = step.act === 'finish' ? await reportPictures(args) : undefined;
        await stepWorkOrder(
          ctx,
          url.searchParams.get('order') ?? '',
          pictures ? { ...step, pictures } : step,
        );
        return back(t('flash-done'), { order: await mostUrgent(args), cursor: null });
      });
  }
}

/** The address of the page with one order open: a form on it always says which order was shown. */
function withOrder(args: RouteArgs, id: string | null): string {
  const query = new URL(args.request.url).searchParams;
  if (id) query.set('order', id);
  else query.delete('order');
  return `${paths.workbench}?${query}`;
}

/** The most urgent order of the queue and filter that the page shows. */
async function mostUrgent(args: RouteArgs): Promise<string | null> {
  const { ctx, filter } = readAsked(args);
  return (await orderQueue(ctx, { ...filter, cursor: null })).items[0]?.id ?? null;
}

async function reportPictures(args: RouteArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  const stored = (field: string) => takePictures(ctx, form, { field, mostFiles: 3 });
  return { before: await stored('picturesBefore'), after: await stored('picturesAfter') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Workbench() {
  const found = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(workbench);
  useWorkbenchKeys();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <p className="field-hint only-wide">
        <SingleKeys help={t('keys')} />
      </p>
      <WorkbenchQueues {...found} />
      <WorkbenchFilters {...found} />
      <SavedFilters filters={found.filters} state={state} />
      <div className="workbench">
        <section aria-label={t('list')}>
          <WorkbenchList {...found} bulk={found.departments.length > 0} />
          {found.departments.length > 0 && <BulkDispatch departments={found.departments} state={state} />}
        </section>
        <section aria-label={t('detail')}>
          {found.page ? <WorkbenchDetail page={found.page} state={state} /> : <p>{t('choose')}</p>}
        </section>
      </div>
    </>
  );
}
