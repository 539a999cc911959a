import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  ConfirmForm,
  DisclosureForm,
  Field,
  PageHeader,
  Table,
  TextInput,
} from '~/components/ui';
import { dropThreshold, setThreshold, thresholdsPage } from '~/domains/proposals/index.server';
import { dropThresholdSchema, thresholdSchema } from '~/domains/proposals/schema';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { administration } from '~/i18n/administration';
import { textIn } from '~/i18n/catalogue';
import { thresholds } from '~/i18n/thresholds';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import { administrationPaths } from '~/paths-administration';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => thresholdsPage(ctx));
  const areas = await areaChoices(ctx, { scope: page.scope });
  return { ...page, areas, title: textIn(ctx.locale, thresholds)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, thresholds);
  const done = async (message: string) =>
    redirect(administrationPaths.thresholds, { headers: { 'Set-Cookie': await flash(args, message) } });
  if ((await readForm(args.request)).get('intent') === 'drop')
    return runForm(args, dropThresholdSchema, async (input) => {
      await dropThreshold(ctx, input);
      return done(t('flash-dropped'));
    });
  return runForm(args, thresholdSchema, async (input) => {
    await setThreshold(ctx, input);
    return done(t('flash-set'));
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Thresholds() {
  const { title, usual } = useLoaderData<typeof loader>();
  const a = useText(administration);
  const t = useText(thresholds);
  return (
    <>
      <PageHeader
        above={<Link to={paths.administration}>{a('title')}</Link>}
        title={title}
        lead={t('lead', { usual })}
      />
      <Said />
      <SetForm />
    </>
  );
}

function Said() {
  const { thresholds: rows } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(thresholds);
  if (rows.length === 0) return <p>{t('none')}</p>;
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={({ areaId }) => areaId}
      columns={[
        { key: 'area', header: t('area'), cell: ({ name }) => name },
        { key: 'count', header: t('count'), cell: ({ count }) => count, numeric: true },
        { key: 'reason', header: t('reason'), cell: ({ reason }) => reason },
        {
          key: 'drop',
          header: t('drop'),
          cell: ({ areaId, name }) => (
            <ConfirmForm
              intent="drop"
              trigger={t('drop')}
              title={t('drop-title', { name })}
              hidden={{ areaId }}
              state={state}
              reason={t('reason')}
            />
          ),
        },
      ]}
    />
  );
}

function SetForm() {
  const { areas } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(thresholds);
  return (
    <DisclosureForm trigger={t('set')} intent="set" state={state}>
      <AreaField name="areaId" label={t('area')} required areas={areas} />
      <Field name="count" label={t('count')} required>
        <TextInput inputMode="numeric" maxLength={7} />
      </Field>
      <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
        <TextInput maxLength={300} />
      </Field>
      <Button>{t('set')}</Button>
    </DisclosureForm>
  );
}
