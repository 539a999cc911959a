import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AboveAdministration } from '~/components/administration/above';
import { CategoryFields } from '~/components/categories/category-fields';
import { useListedName } from '~/components/responsibility/listed-category';
import { Button, DisclosureForm, Field, Form, Notice, PageHeader, Table, TextInput } from '~/components/ui';
import { addCategory, categoriesDesk, moveCategory } from '~/domains/categories/index.server';
import { moveCategorySchema, newCategorySchema } from '~/domains/categories/schema';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { categories } from '~/i18n/categories';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const desk = await categoriesDesk(ctx);
  const title = textIn(ctx.locale, categories)('title');
  return data({ ...desk, title }, { headers: { 'X-Cache-Topics': 'portal' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, categories);
  const back = async (message: string) =>
    redirect(paths.categories, { headers: { 'Set-Cookie': await flash(args, message) } });
  if ((await readForm(args.request)).get('intent') === 'move')
    return runForm(args, moveCategorySchema, (input) =>
      moveCategory(ctx, input).then(() => back(t('flash-moved'))),
    );
  return runForm(args, newCategorySchema, (input) =>
    addCategory(ctx, input).then(() => back(t('flash-added'))),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Categories() {
  const { may, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(categories);
  return (
    <>
      <PageHeader above={<AboveAdministration />} title={title} lead={t('lead')} />
      {state?.errors['']?.map((error) => (
        <Notice key={error} kind="error">
          {error}
        </Notice>
      ))}
      <All />
      {may && (
        <DisclosureForm trigger={t('add')} intent="add" state={state} initial={{ group: '', reason: '' }}>
          <Field name="code" label={t('code')} hint={t('code-hint')} required>
            <TextInput maxLength={40} autoComplete="off" spellCheck={false} />
          </Field>
          <CategoryFields />
          <Button>{t('add-submit')}</Button>
        </DisclosureForm>
      )}
    </>
  );
}

function All() {
  const { rows, may } = useLoaderData<typeof loader>();
  const t = useText(categories);
  const group = useListedName();
  const open = rows.filter(({ retiredAt }) => retiredAt === null);
  const shown = [...open, ...rows.filter(({ retiredAt }) => retiredAt !== null)];
  const order = {
    key: 'order',
    header: t('order'),
    cell: (row: (typeof rows)[number]) =>
      row.retiredAt === null && <Move row={row} index={open.indexOf(row)} last={open.length - 1} />,
  };
  return (
    <Table
      caption={t('caption')}
      captionHidden
      rows={shown}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('called'),
          cell: (row) => <Link to={paths.category(row.id)}>{row.name}</Link>,
        },
        { key: 'code', header: t('code'), cell: (row) => <code>{row.id}</code> },
        { key: 'group', header: t('group'), cell: (row) => (row.group ? group(row.group) : '') },
        {
          key: 'state',
          header: t('state'),
          cell: (row) => t(row.retiredAt === null ? 'state.open' : 'state.retired'),
        },
        ...(may ? [order] : []),
      ]}
    />
  );
}

function Move({ row, index, last }: { row: { id: string; name: string }; index: number; last: number }) {
  const t = useText(categories);
  return (
    <div className="form-actions">
      {(['up', 'down'] as const).map(
        (way) =>
          index !== (way === 'up' ? 0 : last) && (
            <Form key={way} intent="move" hidden={{ code: row.id, way }}>
              <Button variant="quiet" size="small" aria-label={t(`${way}-of`, { name: row.name })}>
                {t(way)}
              </Button>
            </Form>
          ),
      )}
    </div>
  );
}
