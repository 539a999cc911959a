import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { PeopleTable } from '~/components/administration/people-table';
import { PageHeader, SearchForm, Section } from '~/components/ui';
import { findPeople, reinstatePerson, suspendPerson, suspendedPeople } from '~/domains/identity/index.server';
import { suspensionSchema } from '~/domains/identity/schema';
import { areaNames } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { administration } from '~/i18n/administration';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const query = new URL(args.request.url).searchParams.get('q') ?? '';
  const [found, suspended] = await load(args, () =>
    Promise.all([findPeople(ctx, query), suspendedPeople(ctx)]),
  );
  const areas = [...found, ...suspended].flatMap(({ areaId }) => areaId ?? []);
  const names = await areaNames(ctx, areas);
  return { query, found, suspended, names, title: textIn(ctx.locale, administration)('people-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, administration);
  const suspends = (await readForm(args.request)).get('intent') !== 'reinstate';
  return runForm(args, suspensionSchema, async (input) => {
    await (suspends ? suspendPerson : reinstatePerson)(ctx, input);
    const message = t(suspends ? 'flash-suspended' : 'flash-reinstated');
    return redirect(paths.people, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function People() {
  const { query, found, suspended, names } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(administration);
  return (
    <>
      <PageHeader
        above={<Link to={paths.administration}>{t('title')}</Link>}
        title={t('people-title')}
        lead={t('people-lead')}
      />
      <SearchForm label={t('people-find')} defaultValue={query} />
      {query !== '' && (
        <Section title={t('people-found')}>
          <PeopleTable
            caption={t('people-found')}
            empty={t('people-none')}
            people={found}
            {...{ names, state }}
          />
        </Section>
      )}
      <Section title={t('people-suspended')}>
        <PeopleTable
          caption={t('people-suspended')}
          empty={t('people-none-suspended')}
          people={suspended.filter(({ id }) => !found.some((one) => one.id === id))}
          {...{ names, state }}
        />
      </Section>
    </>
  );
}
