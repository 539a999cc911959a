import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  ConfirmForm,
  DisclosureForm,
  Field,
  PageHeader,
  Pagination,
  Table,
  TextArea,
  TextInput,
  Time,
} from '~/components/ui';
import { countOrderAgain, excludeOrder } from '~/domains/statistics/exclude-order.server';
import { exclusionsPage } from '~/domains/statistics/exclusions.query.server';
import { exclusionSchema, liftSchema } from '~/domains/statistics/schema';
import { areaNames } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import type { FormState } from '~/lib/form-state';
import { textIn } from '~/i18n/catalogue';
import { statistics } from '~/i18n/statistics';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const page = await exclusionsPage(ctx, listAsked(args).cursor);
  const areas = await areaNames(
    ctx,
    page.items.map((item) => item.areaId),
  );
  const title = textIn(ctx.locale, statistics)('exclusions');
  const chosen = (query.get('order') ?? '').slice(0, 60);
  return data(
    { ...page, areas, title, chosen },
    { headers: { 'X-Cache-Topics': 'statistics,work-orders,titles' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, statistics);
  const back = async (message: string) =>
    redirect(paths.statisticsExclusions, { headers: { 'Set-Cookie': await flash(args, message) } });
  if ((await readForm(args.request)).get('intent') === 'lift')
    return runForm(args, liftSchema, (input) =>
      countOrderAgain(ctx, input).then(() => back(t('flash-lifted'))),
    );
  return runForm(args, exclusionSchema, (input) =>
    excludeOrder(ctx, input).then(() => back(t('flash-excluded'))),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

function ExcludeForm({ number, state }: { number: string; state: FormState | undefined }) {
  const t = useText(statistics);
  return (
    <DisclosureForm
      trigger={t('exclude-form')}
      intent="exclude"
      state={state}
      initial={{ number, reason: '' }}
    >
      <Field name="number" label={t('exclude-number')} required>
        <TextInput maxLength={60} />
      </Field>
      <Field name="reason" label={t('exclude-reason')} required>
        <TextArea rows={3} maximum={500} />
      </Field>
      <Button>{t('exclude-submit')}</Button>
    </DisclosureForm>
  );
}

export default function Exclusions() {
  const { items, next, areas, title, may, chosen } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(statistics);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader
        above={<Link to={paths.statistics}>{t('back-to-statistics')}</Link>}
        title={title}
        lead={t('exclusions-lead')}
      />
      {may && <ExcludeForm number={chosen} state={state} />}
      <Table
        caption={title}
        captionHidden
        rows={items}
        rowKey={(row) => row.id}
        empty={t('exclusions-empty')}
        columns={[
          {
            key: 'time',
            header: t('decided'),
            cell: (row) => <Time value={row.createdAt} format="date" />,
          },
          {
            key: 'order',
            header: t('order'),
            cell: (row) =>
              row.order?.readable ? (
                <Link to={paths.workOrder(row.order.id)}>{row.order.title}</Link>
              ) : (
                row.order?.title
              ),
          },
          { key: 'area', header: t('area'), cell: (row) => areas[row.areaId] },
          {
            key: 'reason',
            header: t('reason'),
            cell: (row) => (row.withheld ? t('reason-withheld') : row.reason),
          },
          {
            key: 'now',
            header: t('now'),
            cell: (row) => <Now row={row} state={state} />,
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['items'][number];
type State = Parameters<typeof ConfirmForm>[0]['state'];

function Now({ row, state }: { row: Row; state: State }) {
  const t = useText(statistics);
  if (row.liftedAt)
    return <>{t('lifted', { reason: row.withheld ? t('reason-withheld') : (row.liftReason ?? '') })}</>;
  if (!row.mayLift) return <>{t('in-force')}</>;
  return (
    <ConfirmForm
      trigger={t('lift-trigger')}
      size="small"
      title={t('lift-title', { number: row.order?.number ?? '' })}
      intent="lift"
      hidden={{ exclusionId: row.id }}
      state={state}
      reason={t('exclude-reason')}
    />
  );
}
