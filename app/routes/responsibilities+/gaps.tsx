import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Card, CardList, DisclosureForm, EmptyState, Notice, PageHeader } from '~/components/ui';
import { EntryTerms } from '~/components/responsibility/entry-terms';
import { useLevelName, useListedName } from '~/components/responsibility/listed-category';
import { departmentsFor, organisationNames } from '~/domains/organisations/index.server';
import { decideGap } from '~/domains/responsibility/keep-list.server';
import { openGaps } from '~/domains/responsibility/list.query.server';
import { entriesOutOfService } from '~/domains/responsibility/out-of-service.query.server';
import { keptAreas } from '~/domains/responsibility/policy';
import { decideGapSchema } from '~/domains/responsibility/schema';
import { areaNames } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { responsibility } from '~/i18n/responsibility';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const gaps = await load(args, () => openGaps(ctx));
  const { entries } = await entriesOutOfService(ctx);
  const [names, departments, gone] = await Promise.all([
    areaNames(
      ctx,
      [...gaps, ...entries].map((row) => row.areaId),
    ),
    departmentsFor(ctx, keptAreas(ctx.actor)),
    organisationNames(
      ctx,
      entries.map((entry) => entry.departmentId),
    ),
  ]);
  return {
    ...(await categoriesFor(args)),
    ...{ gaps, entries, names, departments, gone },
    title: textIn(ctx.locale, responsibility)('gaps'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, decideGapSchema, async (input) => {
    await decideGap(ctx, input);
    const message = textIn(ctx.locale, responsibility)('flash-entered');
    return redirect(paths.responsibilityGaps, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Gaps() {
  const { gaps, entries, names, departments } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(responsibility);
  const { colon } = usePunctuation();
  const category = useListedName();
  const level = useLevelName();
  return (
    <>
      <PageHeader title={t('gaps')} lead={t('gaps-lead')} />
      {gaps.length + entries.length === 0 && (
        <EmptyState title={t('gaps-empty')}>{t('gaps-empty-body')}</EmptyState>
      )}
      <OutOfService />
      <CardList label={t('gaps')}>
        {gaps.map((gap) => (
          <Card
            key={gap.id}
            title={`${category(gap.category)} · ${names[gap.areaId] ?? gap.areaId} · ${level(gap.level)}`}
          >
            <p>
              {t('gap-first')}
              {colon}
              <Link to={paths.workOrder(gap.workOrderId)}>{gap.title}</Link>
            </p>
            <DisclosureForm trigger={t('decide')} hidden={{ gapId: gap.id }} state={state}>
              <EntryTerms departments={departments} />
              <Button>{t('decide')}</Button>
            </DisclosureForm>
          </Card>
        ))}
      </CardList>
    </>
  );
}

/** What the lists name a department for that works no more: each leads to its entry, which is given to another there. */
function OutOfService() {
  const { entries, names, gone } = useLoaderData<typeof loader>();
  const t = useText(responsibility);
  const category = useListedName();
  const level = useLevelName();
  if (entries.length === 0) return null;
  return (
    <Notice kind="warning" title={t('gone-title')}>
      <p>{t('gone-lead')}</p>
      <ul>
        {entries.map((row) => (
          <li key={row.key}>
            <Link to={paths.responsibility(row.key)}>
              {`${category(row.category)} · ${names[row.areaId] ?? row.areaId} · ${level(row.level)}`}
            </Link>{' '}
            {gone[row.departmentId]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
