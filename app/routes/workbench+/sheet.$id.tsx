import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DescriptionList, PageHeader, Section } from '~/components/ui';
import { OrderRounds } from '~/components/workorders/order-rounds';
import { orderSheet } from '~/domains/workorders/sheet/order-sheet.query.server';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { load } from '~/http/forms/forms.server';
import { paths } from '~/paths';
import { orderSheet as sheetWords } from '~/i18n/order-sheet';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const sheet = await load(args, () => orderSheet(ctx, args.params.id ?? ''));
  return { sheet, title: textIn(ctx.locale, sheetWords)('title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** 工作流转单 for paper: what it is about, who asked, who had it when, what came of it, and a place to sign. */
export default function OrderSheet() {
  const { sheet, title } = useLoaderData<typeof loader>();
  const t = useText(sheetWords);
  const w = useText(workOrders);
  return (
    <>
      <PageHeader
        title={`${title} ${sheet.number}`}
        lead={sheet.title}
        actions={<a href={paths.orderSheetPdf(sheet.id)}>{t('as-pdf')}</a>}
      />
      <DescriptionList
        items={sheet.rows.map(([label, value]) => ({
          label,
          value: <span className="pre-line">{value}</span>,
        }))}
      />
      <Section title={w('description')}>
        <p className="pre-line">{sheet.description}</p>
      </Section>
      <OrderRounds rounds={sheet.rounds} />
      <Section title={w('history')}>
        <ol className="stack">
          {sheet.steps.map(({ key, day, at, who, what }) => (
            <li key={key}>
              <strong>{t('day', { day })}</strong> {[at, who].filter(Boolean).join(' · ')}
              <p className="pre-line">{what}</p>
            </li>
          ))}
        </ol>
      </Section>
      <p>{t('sign-line')}</p>
      <p className="field-hint">{t('printed', { time: sheet.printedAt })}</p>
    </>
  );
}
