import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { RunningState } from '~/components/administration/running-state';
import { SetUpSteps } from '~/components/administration/set-up-steps';
import { Notice, PageHeader, Section } from '~/components/ui';
import {
  administrationHome,
  phoneForTest,
  retryDeadJobs,
  sendTestMail,
  sendTestText,
} from '~/domains/administration/index.server';
import { deadJobsSchema } from '~/domains/administration/schema';
import { areaNames } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runAction, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { administration } from '~/i18n/administration';
import { textIn } from '~/i18n/catalogue';
import { useNamesInARow, useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import { administrationPaths } from '~/paths-administration';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const home = await load(args, () => administrationHome(ctx));
  const names = await areaNames(ctx, home.areaIds);
  const areas = home.areaIds.map((id) => names[id] ?? id);
  return { ...home, areas, title: textIn(ctx.locale, administration)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, administration);
  const done = async (message: string) =>
    redirect(paths.administration, { headers: { 'Set-Cookie': await flash(args, message) } });
  const form = await readForm(args.request);
  if (form.get('intent') === 'test-mail')
    return runAction(args, async () => done(t('flash-mail', { address: await sendTestMail(ctx) })), form);
  if (form.get('intent') === 'test-text')
    return runAction(
      args,
      async () => {
        await args.context.attempts.text({ number: await phoneForTest(ctx), personId: ctx.actor.personId });
        return done(t('flash-text', { number: await sendTestText(ctx) }));
      },
      form,
    );
  return runForm(args, deadJobsSchema, async (input) =>
    done(t('flash-retried', { count: await retryDeadJobs(ctx, input) })),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Administration() {
  const { steps, whole, running, areas } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(administration);
  const inARow = useNamesInARow();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { areas: inARow(areas) })} />
      {state?.errors['']?.map((error) => (
        <Notice key={error} kind="error">
          {error}
        </Notice>
      ))}
      <SetUpSteps steps={steps} whole={whole} />
      {running && <RunningState {...running} />}
      <MorePages />
    </>
  );
}

function MorePages() {
  const t = useText(administration);
  const links = [
    [paths.people, t('people')],
    [paths.pagesDesk, t('pages')],
    [paths.portalProfile, t('portal-profile')],
    [paths.categories, t('categories')],
    [administrationPaths.thresholds, t('thresholds')],
    [paths.roles, t('roles')],
    [paths.deadlineSettings, t('deadlines')],
    [paths.responsibilities, t('responsibilities')],
    [paths.statisticsFormula, t('formula')],
    [paths.apiKeys, t('bridges')],
  ] as const;
  return (
    <Section title={t('more')}>
      <ul className="linked-matters">
        {links.map(([to, words]) => (
          <li key={to}>
            <Link to={to}>{words}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
