import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useActionData } from '@remix-run/react';
import { PageHeader } from '~/components/ui';
import { AppealedRecord, AppealForm, DecideForm, RecordFacts } from '~/components/volunteering/record-appeal';
import { appealRecord, decideRecordAppeal } from '~/domains/volunteering/attendance/appeal-record.server';
import { recordAppealPage } from '~/domains/volunteering/attendance/record-appeal.query.server';
import { recordAppealSchema, recordVerdictSchema } from '~/domains/volunteering/attendance/schema';
import { requirePerson } from '~/http/actor.server';
import type { RouteArgs } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerAppeals } from '~/i18n/volunteer-appeals';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const record = await load(args, () => recordAppealPage(ctx, args.params.id ?? ''));
  return { record, pageName: textIn(ctx.locale, volunteerAppeals)('title') };
}

async function done(args: RouteArgs, id: string, key: 'flash-appealed' | 'flash-decided') {
  const message = textIn(requirePerson(args).locale, volunteerAppeals)(key);
  return redirect(paths.recordAppeal(id), { headers: { 'Set-Cookie': await flash(args, message) } });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  if ((await readForm(args.request)).get('intent') === 'decide')
    return runForm(args, recordVerdictSchema, async (verdict) => {
      await decideRecordAppeal(ctx, id, verdict);
      return done(args, id, 'flash-decided');
    });
  return runForm(args, recordAppealSchema, async ({ words }) => {
    await appealRecord(ctx, id, words);
    return done(args, id, 'flash-appealed');
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.pageName);

/** What was recorded of somebody’s service, and the appeal to a moderator. */
export default function RecordAppeal() {
  const { record } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(volunteerAppeals);
  return (
    <div className="narrow stack">
      <PageHeader
        title={t('title')}
        lead={<Link to={paths.opportunity(record.opportunityId)}>{record.title}</Link>}
      />
      <RecordFacts record={record} />
      {record.appeal && <AppealedRecord appeal={record.appeal} />}
      {record.mayAppeal && <AppealForm until={record.until} state={state} />}
      {record.decide.allowed && <DecideForm record={record} state={state} />}
    </div>
  );
}
