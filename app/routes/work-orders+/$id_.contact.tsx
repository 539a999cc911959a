import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  Card,
  CardList,
  DescriptionList,
  EmptyState,
  Field,
  Form,
  Notice,
  PageHeader,
  Section,
  TextArea,
  Time,
} from '~/components/ui';
import { useChannelName } from '~/components/workorders/channel-name';
import { readReporters, reportersPage } from '~/domains/bridges/index.server';
import { readReportersSchema } from '~/domains/bridges/schema';
import { requirePerson } from '~/http/actor.server';
import { load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { bridges } from '~/i18n/bridges';
import { textIn } from '~/i18n/catalogue';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import { telephoneAddress } from '~/lib/numbers/telephone';

/** Nothing of this page may stay in any cache. */
const notKept = { headers: { 'Cache-Control': 'no-store' } };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => reportersPage(ctx, args.params.id ?? ''));
  return data({ ...page, title: textIn(ctx.locale, bridges)('contact-title') }, notKept);
}

export const headers = () => notKept.headers;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const workOrderId = args.params.id ?? '';
  return runForm(args, readReportersSchema, async ({ reason }) =>
    data({ reporters: await readReporters(ctx, { workOrderId, reason }) }, notKept),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function OrderContact() {
  const { order, title, count } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contact-lead')}
        meta={<Link to={paths.workOrder(order.id)}>{`${order.number} ${order.title}`}</Link>}
      />
      {count === 0 ? (
        <EmptyState title={t('contact-none')}>{t('contact-none-hint')}</EmptyState>
      ) : outcome && 'reporters' in outcome ? (
        <Reporters />
      ) : (
        <Form state={outcome && 'form' in outcome ? outcome.form : undefined} aria-label={title}>
          <Notice kind="warning">{t('contact-warning')}</Notice>
          <Field name="reason" label={t('contact-reason')} hint={t('contact-reason-hint')} required>
            <TextArea rows={2} maximum={300} />
          </Field>
          <div className="form-actions">
            <Button>{t('contact-show', { count })}</Button>
          </div>
        </Form>
      )}
      <Reads />
    </>
  );
}

function Reporters() {
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  const channelName = useChannelName();
  if (!outcome || !('reporters' in outcome)) return null;
  return (
    <Section title={t('contact-shown')}>
      <CardList label={t('contact-shown')}>
        {outcome.reporters.map(({ id, feedbackId, system, channel, name, email, phone }) => (
          <Card key={id} title={name === '' ? t('contact-nameless') : name}>
            <DescriptionList
              items={[
                { label: t('contact-phone'), value: phone && <a href={telephoneAddress(phone)}>{phone}</a> },
                { label: t('contact-email'), value: email && <a href={`mailto:${email}`}>{email}</a> },
                { label: t('contact-system'), value: system ?? channelName(channel) },
                {
                  label: t('contact-matter'),
                  value: feedbackId && (
                    <Link to={paths.feedbackItem(feedbackId)}>{t('contact-matter-see')}</Link>
                  ),
                },
              ]}
            />
          </Card>
        ))}
      </CardList>
    </Section>
  );
}

function Reads() {
  const { reads } = useLoaderData<typeof loader>();
  const { colon } = usePunctuation();
  const t = useText(bridges);
  return (
    <Section title={t('contact-reads')}>
      {reads.length === 0 && <p>{t('contact-reads-none')}</p>}
      <ul>
        {reads.map(({ id, at, by, reason }) => (
          <li key={id}>
            <Time value={at} /> {by}
            {colon}
            {reason}
          </li>
        ))}
      </ul>
    </Section>
  );
}
