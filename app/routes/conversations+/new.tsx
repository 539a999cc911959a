import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  DateTimeInput,
  Field,
  Form,
  MarkdownEditor,
  PageHeader,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { moderatedAreas } from '~/domains/moderation/index.server';
import { openConversation } from '~/domains/opinions/open-conversation.server';
import { mayOpenConversation } from '~/domains/opinions/policy';
import { conversationSchema } from '~/domains/opinions/schema';
import { proposalCards } from '~/domains/proposals/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { conversations } from '~/i18n/conversations';
import { explain } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';
import { firstArea } from '~/lib/choices/area-choices';
import { dayIn } from '~/lib/time/days';
import { instantText } from '~/lib/time/local-time';

const usualDays = 14;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const may = explain(ctx.locale, mayOpenConversation(ctx.actor));
  if (!may.allowed) throw data({ reason: may.words ?? null }, { status: 403 });
  const { timeZone } = ctx.configuration;
  const lastDay = new Date(ctx.clock.now().getTime() + usualDays * 24 * 3600_000);
  const own = moderatedAreas(ctx.actor);
  const asked = new URL(args.request.url).searchParams.get('proposal') ?? '';
  const proposals = await proposalCards(ctx, asked ? [asked] : []);
  const areas = await areaChoices(ctx, { scope: own, chosen: proposals.map(({ areaId }) => areaId) });
  return {
    areas,
    proposals: proposals.map(({ id, title, areaId }) => ({ id, title, areaId })),
    closesAt: new Date(instantText(`${dayIn(lastDay, timeZone)}T18:00`, timeZone)),
    title: textIn(ctx.locale, conversations)('new-title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, conversationSchema, async (input) => {
    const id = await openConversation(ctx, input);
    const message = textIn(ctx.locale, conversations)('flash-opened');
    return redirect(paths.conversation(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title);

export default function NewConversation() {
  const { areas, proposals, closesAt } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(conversations);
  const [about] = proposals;
  return (
    <>
      <PageHeader title={t('new-title')} lead={t('new-lead')} />
      <Form
        state={outcome?.form}
        initial={{
          review: 'before',
          title: '',
          areaId: about?.areaId ?? firstArea(areas),
          proposalId: about?.id ?? '',
        }}
      >
        <Field name="title" label={t('form.title')} hint={t('form.title-hint')} required>
          <TextInput maxLength={60} />
        </Field>
        <Field name="body" label={t('form.body')}>
          <MarkdownEditor rows={5} maximum={10_000} />
        </Field>
        <AreaField name="areaId" label={t('form.area')} required areas={areas} />
        {proposals.length > 0 && (
          <Field name="proposalId" label={t('form.proposal')}>
            <Select
              placeholder={t('form.no-proposal')}
              options={proposals.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </Field>
        )}
        <Field name="seeds" label={t('form.seeds')} hint={t('form.seeds-hint')}>
          <TextArea rows={8} />
        </Field>
        <RadioGroup
          name="review"
          label={t('form.review')}
          choices={[
            { value: 'before', label: t('form.review-before'), hint: t('form.review-before-hint') },
            { value: 'after', label: t('form.review-after') },
          ]}
        />
        <Field name="closesAt" label={t('form.closes-at')} required>
          <DateTimeInput defaultValue={closesAt} />
        </Field>
        <Button size="large">{t('form.submit')}</Button>
      </Form>
    </>
  );
}
