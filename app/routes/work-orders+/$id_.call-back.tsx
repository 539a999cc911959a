import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, Markdown, Notice, PageHeader, RadioGroup, TextArea } from '~/components/ui';
import { answerCallBack } from '~/domains/workorders/steps/call-back.server';
import { callBackPage } from '~/domains/workorders/reads/call-back-page.query.server';
import { callBackSchema } from '~/domains/workorders/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { reasons } from '~/i18n/reasons';
import { workbench } from '~/i18n/workbench';
import { workOrders } from '~/i18n/work-orders';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => callBackPage(ctx, args.params.id ?? ''));
  // What was pressed on the way here.
  const pressed = new URL(args.request.url).searchParams.get('solved');
  const solved = pressed === 'yes' || pressed === 'no' ? pressed : undefined;
  return { ...page, solved, title: textIn(ctx.locale, workOrders)('call-back-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, callBackSchema, async (input) => {
    await answerCallBack(ctx, id, input);
    const message = textIn(ctx.locale, workOrders)('flash-call-back');
    return redirect(paths.workOrder(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const ratings = ['5', '4', '3', '2', '1'] as const;

export default function CallBack() {
  const { name, reportHtml, waiting, solved, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(workOrders);
  const r = useText(reasons);
  const w = useText(workbench);
  return (
    <div className="stack">
      <PageHeader title={title} lead={name} />
      {reportHtml && (
        <section className="panel" aria-label={t('report')}>
          <h2>{t('report')}</h2>
          <Markdown html={reportHtml} />
        </section>
      )}
      {waiting ? (
        <Form key={solved} state={outcome?.form} {...(solved && { initial: { solved } })}>
          <RadioGroup
            name="solved"
            label={t('solved')}
            hint={`${t('asked-hint')} ${w('call-back-rule')}`}
            required
            choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`solved-${value}`) }))}
          />
          <RadioGroup
            name="contacted"
            label={t('contacted')}
            inline
            choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`contacted-${value}`) }))}
          />
          <RadioGroup
            name="rating"
            label={t('rate-label')}
            required
            choices={ratings.map((value) => ({ value, label: t(`rate.${value}`) }))}
          />
          <Field name="words" label={t('words')} hint={t('words-hint')}>
            <TextArea rows={3} maximum={1000} />
          </Field>
          <Button size="large">{t('call-back-send')}</Button>
        </Form>
      ) : (
        <Notice>{r('work-orders.not-asked')}</Notice>
      )}
    </div>
  );
}
