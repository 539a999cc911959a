import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { OrderMatters } from '~/components/workorders/order-matters';
import {
  Button,
  Card,
  CardList,
  EmptyState,
  Form,
  Notice,
  PageHeader,
  SearchForm,
  Section,
} from '~/components/ui';
import { linkableMatters, linkToThisOrder } from '~/domains/workorders/links/link-matter.server';
import { areaNames } from '~/domains/territory/index.server';
import { linkMatterSchema } from '~/domains/workorders/schema';
import { workOrderPage } from '~/domains/workorders/reads/work-order.query.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { pathOfSubject, paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { reasons } from '~/i18n/reasons';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import { workbench } from '~/i18n/workbench';
import { wordsAsked } from '~/lib/texts/searching/words-asked';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { order, links, may } = await load(args, () => workOrderPage(ctx, args.params.id ?? ''));
  if (!may.link) {
    const reason = may.dispatch.allowed ? 'work-orders.closed-already' : 'not-moderator';
    throw data({ reason: textIn(ctx.locale, reasons)(reason) }, { status: 403 });
  }
  const words = wordsAsked(new URL(args.request.url).searchParams.get('q'), 200);
  const found = await linkableMatters(ctx, order, words);
  const names = await areaNames(
    ctx,
    found.map((matter) => matter.areaId),
  );
  return { order, links, found, names, words, title: textIn(ctx.locale, workbench)('link-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, linkMatterSchema, async ({ subject }) => {
    await linkToThisOrder(ctx, { id, subject });
    const message = textIn(ctx.locale, workOrders)('flash-linked');
    return redirect(paths.workOrder(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function LinkMatter() {
  const { order, links, title } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.form.errors;
  const t = useText(workbench);
  return (
    <>
      <PageHeader
        title={title}
        lead={t('link-lead')}
        meta={<Link to={paths.workOrder(order.id)}>{`${order.number} ${order.title}`}</Link>}
      />
      {faults && <Notice kind="error">{Object.values(faults).flat().join(' ')}</Notice>}
      <Section title={t('link-hanging')}>
        <OrderMatters matters={links} />
      </Section>
      <Section title={t('link-find')}>
        <p className="field-hint">{t('link-find-hint')}</p>
        <SearchForm label={t('link-find')} />
        <Found />
      </Section>
    </>
  );
}

function Found() {
  const { found, names, words } = useLoaderData<typeof loader>();
  const t = useText(workbench);
  const w = useText(workOrders);
  if (found.length === 0) return <EmptyState title={t('link-none')}>{t('link-none-hint')}</EmptyState>;
  return (
    <>
      {words === '' && <p>{t('link-newest')}</p>}
      <CardList label={t('link-find')}>
        {found.map((matter) => (
          <Card
            key={matter.id}
            title={matter.title}
            to={pathOfSubject(matter.page.kind, matter.page.id)}
            meta={`${w(`kind.${matter.kind}` as 'kind.proposal')} · ${names[matter.areaId] ?? ''}`}
            actions={
              <Form hidden={{ subject: `${matter.kind}:${matter.id}` }} aria-label={matter.title}>
                <Button size="small" variant="secondary">
                  {t('link-do')}
                </Button>
              </Form>
            }
          />
        ))}
      </CardList>
    </>
  );
}
