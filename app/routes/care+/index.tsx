import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card, CardList, LinkButton, PageHeader, Section, Time } from '~/components/ui';
import { CareState } from '~/components/care/care-state';
import { HelpPart } from '~/components/care/help-part';
import { OrderRule, Promise as PromisePart } from '~/components/care/promise';
import { TaskLine } from '~/components/care/task-line';
import { ownCare } from '~/domains/care/reads/own-care.query.server';
import { areaChoices } from '~/domains/territory/index.server';
import { careAction } from '~/http/actions/care-actions.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const own = await ownCare(ctx);
  const near = own?.organisations.map(({ areaId }) => areaId) ?? [];
  const areas = await areaChoices(ctx, { chosen: near });
  return { own, areas, title: textIn(ctx.locale, care)('title') };
}

export async function action(args: ActionFunctionArgs) {
  return careAction(args, 'own', paths.care);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Care() {
  const { own, areas, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(care);
  return (
    <>
      <PageHeader
        title={title}
        lead={t('lead')}
        actions={
          own?.hasDesk && (
            <LinkButton variant="secondary" to={paths.careDesk}>
              {t('desk-link')}
            </LinkButton>
          )
        }
      />
      <p>
        <LinkButton size="large" to={paths.newCareNeed}>
          {t(own ? 'new-action' : 'sign-in')}
        </LinkButton>
      </p>
      <OwnEntries />
      <OwnTasks />
      <PromisePart />
      <OrderRule />
      {own && (
        <HelpPart
          {...{ offers: own.offers, organisations: own.organisations, areas, state: outcome?.form }}
        />
      )}
    </>
  );
}

function OwnEntries() {
  const { own } = useLoaderData<typeof loader>();
  const t = useText(care);
  if (!own) return null;
  return (
    <Section title={t('own-title')}>
      {own.needs.length === 0 && <p>{t('own-none')}</p>}
      <CardList>
        {own.needs.map(({ id, state, called, createdAt }) => (
          <Card
            key={id}
            title={called === null ? t('entry') : t('entry-of', { name: called })}
            to={paths.careNeed(id)}
            badges={<CareState of="state" state={state} />}
            meta={<Time value={createdAt} format="date" />}
          />
        ))}
      </CardList>
    </Section>
  );
}

function OwnTasks() {
  const { own } = useLoaderData<typeof loader>();
  const t = useText(care);
  if (!own || own.tasks.length === 0) return null;
  return (
    <Section title={t('tasks-title')}>
      <CardList>
        {own.tasks.map((task) => (
          <TaskLine key={task.id} task={task} meta={<span>{task.area}</span>} />
        ))}
      </CardList>
    </Section>
  );
}
