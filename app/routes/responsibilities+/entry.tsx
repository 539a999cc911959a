import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaBreadcrumbs,
  Button,
  ConfirmForm,
  Field,
  Form,
  PageHeader,
  Section,
  StatusBadge,
  Table,
  TextArea,
  Time,
} from '~/components/ui';
import { EntryTerms } from '~/components/responsibility/entry-terms';
import { useLevelName, useListedName } from '~/components/responsibility/listed-category';
import { departmentsFor, organisationNames } from '~/domains/organisations/index.server';
import { changeResponsibility, removeResponsibility } from '~/domains/responsibility/keep-list.server';
import { responsibilityHistory } from '~/domains/responsibility/list.query.server';
import { changeEntrySchema, removeEntrySchema } from '~/domains/responsibility/schema';
import { areaTrail } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { responsibility } from '~/i18n/responsibility';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const key = new URL(args.request.url).searchParams.get('key') ?? '';
  const history = await load(args, () => responsibilityHistory(ctx, key));
  const [areaId = '', category = '', level = ''] = key.split(':');
  const [trail, names, departments] = await Promise.all([
    areaTrail(ctx, areaId),
    organisationNames(
      ctx,
      history.versions.map((row) => row.departmentId),
    ),
    history.mayEdit ? departmentsFor(ctx, [areaId]) : [],
  ]);
  const title = textIn(ctx.locale, responsibility)('history-of');
  const { departmentNow: now } = history;
  // An imported list names departments of other areas, too: who is named can stay.
  const named = now && departments.every(({ id }) => id !== now.id) ? [now] : [];
  return {
    ...(await categoriesFor(args)),
    ...history,
    key,
    category,
    level,
    trail,
    names,
    departments: [...named, ...departments],
    title,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const done = async (key: string, text: 'flash-changed' | 'flash-removed') => {
    const message = textIn(ctx.locale, responsibility)(text);
    return redirect(paths.responsibility(key), { headers: { 'Set-Cookie': await flash(args, message) } });
  };
  if ((await readForm(args.request)).get('intent') === 'remove')
    return runForm(args, removeEntrySchema, async ({ revision: version, ...input }) => {
      await removeResponsibility(ctx, { ...input, version });
      return done(input.key, 'flash-removed');
    });
  return runForm(args, changeEntrySchema, async ({ revision: version, ...input }) => {
    await changeResponsibility(ctx, { ...input, version });
    return done(input.key, 'flash-changed');
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Entry() {
  const { category, level, trail, current } = useLoaderData<typeof loader>();
  const t = useText(responsibility);
  const name = useListedName();
  const levelName = useLevelName();
  return (
    <>
      <PageHeader
        above={<AreaBreadcrumbs areas={trail} />}
        title={`${name(category)} · ${levelName(level)}`}
        badges={
          <StatusBadge tone={current ? 'success' : 'neutral'}>
            {t(current ? 'version-now' : 'version-ended')}
          </StatusBadge>
        }
      />
      <Versions />
      <Editing />
    </>
  );
}

function Versions() {
  const { versions, names, people } = useLoaderData<typeof loader>();
  const t = useText(responsibility);
  const who = (id: string) => people[id] ?? t('system');
  return (
    <Section title={t('history')}>
      <Table
        caption={t('history')}
        captionHidden
        rows={versions}
        rowKey={(row) => row.id}
        columns={[
          { key: 'version', header: t('history'), cell: (row) => t('version', { version: row.version }) },
          { key: 'department', header: t('department'), cell: (row) => names[row.departmentId] },
          { key: 'basis', header: t('basis'), cell: (row) => row.basis },
          {
            key: 'days',
            header: t('days'),
            cell: (row) => (row.days === null ? t('days-none') : t('days-count', { count: row.days })),
          },
          { key: 'from', header: t('from'), cell: (row) => <Time value={row.from} /> },
          {
            key: 'until',
            header: t('until'),
            cell: (row) => (row.until ? <Time value={row.until} /> : t('version-now')),
          },
          { key: 'by', header: t('by'), cell: (row) => who(row.changedBy) },
          { key: 'reason', header: t('reason'), cell: (row) => row.reason },
          {
            key: 'end',
            header: t('end-reason'),
            cell: (row) => row.endReason && `${row.endReason} (${who(row.endedBy ?? '')})`,
          },
        ]}
      />
    </Section>
  );
}

function Editing() {
  const { key, current, mayEdit, departments, departmentNow } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(responsibility);
  if (!mayEdit || !current) return null;
  const sent = { hidden: { key }, revision: String(current.version) };
  const { basis, days } = current;
  const departmentId = departmentNow?.id ?? '';
  return (
    <Section title={t('change')}>
      <Form
        intent="change"
        state={state}
        {...sent}
        initial={{ departmentId, basis, days: days === null ? '' : String(days) }}
      >
        <EntryTerms departments={departments} />
        <Button>{t('save')}</Button>
      </Form>
      <ConfirmForm
        intent="remove"
        state={state}
        {...sent}
        trigger={t('remove')}
        title={t('remove-title')}
        confirm={t('remove')}
        danger
      >
        <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
          <TextArea rows={2} maximum={500} />
        </Field>
      </ConfirmForm>
    </Section>
  );
}
