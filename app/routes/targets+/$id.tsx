import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  ConfirmForm,
  DescriptionList,
  DisclosureForm,
  Notice,
  PageHeader,
  Section,
  Table,
  Time,
} from '~/components/ui';
import { TargetProgress, TargetStanding, useTargetValue } from '~/components/targets/target-card';
import { TargetFields } from '~/components/targets/target-fields';
import { writeValue } from '~/domains/targets/rules/typed-value';
import { changeTargetSchema, withdrawTargetSchema } from '~/domains/targets/schema';
import { changeTarget, withdrawTarget } from '~/domains/targets/set-target.server';
import { targetPage } from '~/domains/targets/target.query.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { statistics } from '~/i18n/statistics';
import { targets } from '~/i18n/targets';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const page = await load(args, () => targetPage(ctx, args.params.id ?? ''));
  const { target, names } = page;
  const measure = textIn(ctx.locale, statistics)(`rate.${target.measure}`);
  const title = `${names.areas[target.areaId] ?? ''} ${target.year} · ${measure}`;
  return data({ ...page, title }, { headers: { 'X-Cache-Topics': 'targets,statistics' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, targets);
  const back = async (message: string) =>
    redirect(paths.target(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  if ((await readForm(args.request)).get('intent') === 'withdraw')
    return runForm(args, withdrawTargetSchema, ({ revision: version, reason }) =>
      withdrawTarget(ctx, id, { version, reason }).then(() => back(t('flash-withdrawn'))),
    );
  return runForm(args, changeTargetSchema, ({ revision: version, ...input }) =>
    changeTarget(ctx, id, { ...input, version }).then(() => back(t('flash-changed'))),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function TargetPage() {
  const { target, names, may, title } = useLoaderData<typeof loader>();
  const t = useText(targets);
  return (
    <>
      <PageHeader
        above={<Link to={`${paths.targets}?year=${target.year}`}>{t('title')}</Link>}
        title={title}
        badges={!target.withdrawnAt && <TargetStanding target={target} />}
      />
      {target.withdrawnAt ? (
        <Notice kind="warning">{t('withdrawn-notice')}</Notice>
      ) : (
        <TargetProgress target={target} />
      )}
      <DescriptionList
        items={[
          { label: t('area'), value: names.areas[target.areaId] },
          { label: t('department'), value: names.departments[target.departmentId] ?? t('whole-area') },
          { label: t('office'), value: target.office },
          { label: t('source'), value: target.source },
        ]}
      />
      <History />
      {may.allowed && <Change />}
    </>
  );
}

function History() {
  const { target, changes } = useLoaderData<typeof loader>();
  const t = useText(targets);
  const value = useTargetValue();
  const shown = (change: (typeof changes)[number]) =>
    change.became === null
      ? t('history-withdrawn')
      : `${value(target.measure, writeValue(target.measure, change.became.value))} · ${change.became.office} · ${change.became.source}`;
  return (
    <Section title={t('history')}>
      <Table
        caption={t('history')}
        captionHidden
        rows={changes}
        rowKey={(row) => String(row.version)}
        columns={[
          { key: 'when', header: t('when'), cell: (row) => <Time value={row.createdAt} format="date" /> },
          { key: 'what', header: t('what'), cell: shown },
          { key: 'reason', header: t('reason'), cell: (row) => row.reason },
        ]}
      />
    </Section>
  );
}

function Change() {
  const { target } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(targets);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const revision = String(target.version);
  return (
    <div className="form-actions">
      <DisclosureForm
        trigger={t('change')}
        intent="change"
        state={state}
        revision={revision}
        initial={{
          value: writeValue(target.measure, target.value),
          source: target.source,
          office: target.office,
          reason: '',
        }}
      >
        <TargetFields reason={t('reason-change')} />
        <Button>{t('change-submit')}</Button>
      </DisclosureForm>
      {!target.withdrawnAt && (
        <ConfirmForm
          trigger={t('withdraw')}
          title={t('withdraw-title')}
          description={<p>{t('withdraw-hint')}</p>}
          danger
          intent="withdraw"
          state={state}
          revision={revision}
          reason={t('reason')}
        />
      )}
    </div>
  );
}
