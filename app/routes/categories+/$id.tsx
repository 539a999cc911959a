import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { CategoryFields, CategoryReason } from '~/components/categories/category-fields';
import { EventTimeline } from '~/components/across/event-timeline';
import { Button, DisclosureForm, PageHeader, Section, StatusBadge } from '~/components/ui';
import {
  bringBackCategory,
  categoryPage,
  changeCategory,
  retireCategory,
} from '~/domains/categories/index.server';
import { changeCategorySchema, retireCategorySchema } from '~/domains/categories/schema';
import { contextOf, requirePerson } from '~/http/actor.server';
import { historyOf } from '~/http/answers/history.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { categories } from '~/i18n/categories';
import { textIn } from '~/i18n/catalogue';
import { explain } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const { retire, ...page } = await load(args, () => categoryPage(ctx, id));
  const timeline = await historyOf(args, 'category', id);
  const decided = explain(ctx.locale, retire);
  const kept = decided.allowed ? null : (decided.words ?? '');
  return data({ ...page, timeline, kept }, { headers: { 'X-Cache-Topics': 'portal' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, categories);
  const back = async (message: string) =>
    redirect(paths.category(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'retire':
      return runForm(args, retireCategorySchema, (input) =>
        retireCategory(ctx, id, input).then(() => back(t('flash-retired'))),
      );
    case 'back':
      return runForm(args, retireCategorySchema, (input) =>
        bringBackCategory(ctx, id, input).then(() => back(t('flash-back'))),
      );
    default:
      return runForm(args, changeCategorySchema, (input) =>
        changeCategory(ctx, id, input).then(() => back(t('flash-changed'))),
      );
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.name);

export default function CategoryPage() {
  const { id, name, retiredAt, may, timeline } = useLoaderData<typeof loader>();
  const t = useText(categories);
  return (
    <>
      <PageHeader
        above={<Link to={paths.categories}>{t('title')}</Link>}
        title={name}
        lead={t('code-is', { code: id })}
        badges={retiredAt !== null && <StatusBadge tone="neutral">{t('state.retired')}</StatusBadge>}
      />
      {may && <Keep />}
      <Section title={t('history')}>
        {timeline.events.length === 0 ? <p>{t('history-none')}</p> : <EventTimeline {...timeline} />}
      </Section>
    </>
  );
}

function Keep() {
  const { fields, revision, retiredAt, kept } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(categories);
  const back = retiredAt !== null;
  return (
    <div className="form-actions">
      <DisclosureForm
        trigger={t('change')}
        description={<p>{t('change-hint')}</p>}
        intent="change"
        state={state}
        revision={revision}
        initial={{ ...fields, reason: '' }}
      >
        <CategoryFields />
        <Button>{t('change-submit')}</Button>
      </DisclosureForm>
      {kept !== null && !back ? (
        <p className="field-hint">{kept}</p>
      ) : (
        <DisclosureForm
          trigger={t(back ? 'back' : 'retire')}
          description={back ? undefined : <p>{t('retire-hint')}</p>}
          intent={back ? 'back' : 'retire'}
          state={state}
        >
          <CategoryReason />
          <Button>{t(back ? 'back-submit' : 'retire-submit')}</Button>
        </DisclosureForm>
      )}
    </div>
  );
}
