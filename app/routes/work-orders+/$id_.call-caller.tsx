import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  EmptyState,
  Field,
  Form,
  Markdown,
  PageHeader,
  RadioGroup,
  Section,
  TextArea,
  Time,
} from '~/components/ui';
import { readCallerToAsk } from '~/domains/workorders/intake/caller-to-ask.server';
import { callerCallBackPage } from '~/domains/workorders/intake/caller-call-back.query.server';
import { recordCallBack } from '~/domains/workorders/intake/record-call-back.server';
import { callerAnswerSchema, callerToAskSchema } from '~/domains/workorders/intake/schema';
import { mostTries } from '~/domains/workorders/lifecycle';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { intake } from '~/i18n/intake';
import { workOrders } from '~/i18n/work-orders';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import { telephoneAddress } from '~/lib/numbers/telephone';

/** Nothing of this page may stay in any cache. */
const notKept = { headers: { 'Cache-Control': 'no-store' } };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => callerCallBackPage(ctx, args.params.id ?? ''));
  return data({ ...page, title: textIn(ctx.locale, intake)('call-title') }, notKept);
}

export const headers = () => notKept.headers;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, intake);
  const workOrderId = args.params.id ?? '';
  if ((await readForm(args.request)).get('intent') === 'show')
    return runForm(args, callerToAskSchema, async ({ callBackId }) =>
      data({ opened: await readCallerToAsk(ctx, { workOrderId, callBackId }) }, notKept),
    );
  return runForm(args, callerAnswerSchema, async (answer) => {
    await recordCallBack(ctx, workOrderId, answer);
    const [to, message] =
      answer.reached === 'yes'
        ? [paths.workOrder(workOrderId), t('flash-called')]
        : [paths.callCaller(workOrderId), t('flash-not-reached')];
    return redirect(to, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CallCaller() {
  const { order, waiting, title } = useLoaderData<typeof loader>();
  const t = useText(intake);
  const w = useText(workOrders);
  return (
    <div className="stack">
      <PageHeader
        title={title}
        lead={t('call-lead')}
        meta={<Link to={paths.workOrder(order.id)}>{`${order.number} ${order.title}`}</Link>}
      />
      {order.reportHtml && (
        <Section title={w('report')}>
          <Markdown html={order.reportHtml} />
        </Section>
      )}
      {waiting.length === 0 && <EmptyState title={t('call-none')}>{t('call-none-hint')}</EmptyState>}
      {waiting.map((asked, at) => (
        <Section
          key={asked.id}
          title={waiting.length > 1 ? t('call-whom', { number: at + 1 }) : t('call-title')}
        >
          <PhoneNumber callBackId={asked.id} />
          <Answer asked={asked} />
        </Section>
      ))}
    </div>
  );
}

function PhoneNumber({ callBackId }: { callBackId: string }) {
  const { colon } = usePunctuation();
  const outcome = useActionData<typeof action>();
  const t = useText(intake);
  const known = outcome && 'opened' in outcome ? outcome.opened : undefined;
  if (known?.callBackId === callBackId)
    return (
      <p>
        {t('call-number')}
        {colon}
        {known.name} <a href={telephoneAddress(known.phone)}>{known.phone}</a>
      </p>
    );
  return (
    <Form
      intent="show"
      state={outcome && 'form' in outcome ? outcome.form : undefined}
      hidden={{ callBackId }}
    >
      <Button variant="secondary">{t('call-show')}</Button>
    </Form>
  );
}

const ratings = ['5', '4', '3', '2', '1'] as const;

const yesOrNo = ['yes', 'no'] as const;

type Asked = ReturnType<typeof useLoaderData<typeof loader>>['waiting'][number];

function Answer({ asked }: { asked: Asked }) {
  const { id: callBackId } = asked;
  const outcome = useActionData<typeof action>();
  const t = useText(intake);
  const w = useText(workOrders);
  const form = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <Form state={form} hidden={{ callBackId, reached: 'yes' }} aria-label={t('reached.yes')}>
        <RadioGroup
          name="solved"
          label={w('solved')}
          required
          inline
          choices={yesOrNo.map((value) => ({ value, label: w(`solved-${value}`) }))}
        />
        <RadioGroup
          name="contacted"
          label={t('contacted')}
          required
          inline
          choices={yesOrNo.map((value) => ({ value, label: w(`contacted-${value}`) }))}
        />
        <RadioGroup
          name="rating"
          label={t('rating')}
          required
          choices={ratings.map((value) => ({ value, label: w(`rate.${value}`) }))}
        />
        <Field name="words" label={t('words')} hint={t('words-hint')}>
          <TextArea rows={3} maximum={1000} />
        </Field>
        <Button>{t('call-save')}</Button>
      </Form>
      <NotReached asked={asked} />
    </>
  );
}

function NotReached({ asked }: { asked: Asked }) {
  const outcome = useActionData<typeof action>();
  const t = useText(intake);
  const { id: callBackId, tries, lastTriedAt } = asked;
  const tried = lastTriedAt && (
    <p>
      {t('tried-so-far', { count: tries })} <Time value={lastTriedAt} />
    </p>
  );
  if (tries >= mostTries)
    return (
      <>
        {tried}
        <p className="field-hint">{t('tried-often')}</p>
      </>
    );
  return (
    <Form
      state={outcome && 'form' in outcome ? outcome.form : undefined}
      hidden={{ callBackId, reached: 'no' }}
      aria-label={t('reached.no')}
    >
      {tried}
      <p className="field-hint">{t('reached.no-hint')}</p>
      <Button variant="secondary">{t('reached.no')}</Button>
    </Form>
  );
}
