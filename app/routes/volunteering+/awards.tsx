import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton, Notice, PageHeader, Pagination, Section } from '~/components/ui';
import { AwardForm } from '~/components/volunteering/award-form';
import { RecordedAwards } from '~/components/volunteering/recorded-awards';
import { awardsPage } from '~/domains/volunteering/awards/awards.query.server';
import { recordAward, withdrawAward } from '~/domains/volunteering/awards/record-award.server';
import { awardSchema, withdrawAwardSchema } from '~/domains/volunteering/awards/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteerRecord } from '~/i18n/volunteer-record';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await awardsPage(ctx, listAsked(args).cursor);
  return { ...page, title: textIn(ctx.locale, volunteerRecord)('awards-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, volunteerRecord);
  const back = async (message: string) =>
    redirect(paths.volunteerAwards, { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'record':
      return runForm(args, awardSchema, (input) =>
        recordAward(ctx, input).then(() => back(t('flash-recorded'))),
      );
    case 'withdraw':
      return runForm(args, withdrawAwardSchema, ({ awardId, reason }) =>
        withdrawAward(ctx, awardId, reason).then(() => back(t('flash-withdrawn'))),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** For organisations: training and honours of their volunteers. */
export default function Awards() {
  const { items, next, volunteers, organisation, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const t = useText(volunteerRecord);
  const d = useText(volunteerDesk);
  const i = useText(identity);
  return (
    <>
      <PageHeader
        above={<Link to={paths.volunteerDesk}>{d('title')}</Link>}
        title={title}
        lead={t('awards-lead')}
      />
      <Section title={t('new')}>
        {organisation === null ? (
          <>
            <Notice kind="info">{d('none')}</Notice>
            <LinkButton to={paths.actFor}>{i('account.act-for')}</LinkButton>
          </>
        ) : volunteers.length === 0 ? (
          <Notice kind="info">{t('who-none')}</Notice>
        ) : (
          <AwardForm volunteers={volunteers} state={state} />
        )}
      </Section>
      <RecordedAwards items={items} state={state} />
      <Pagination next={next} />
    </>
  );
}
