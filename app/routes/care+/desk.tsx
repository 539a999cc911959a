import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Card, CardList, Form, PageHeader, Section, StatusBadge, Time } from '~/components/ui';
import { CareState } from '~/components/care/care-state';
import { ReasonList } from '~/components/care/reason-list';
import { useKindName } from '~/components/care/task-line';
import { careDesk, deskLists } from '~/domains/care/reads/desk.query.server';
import type { DeskList } from '~/domains/care/reads/desk.query.server';
import { isToVet } from '~/domains/care/lifecycle';
import { careAction } from '~/http/actions/care-actions.server';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const asked = new URL(args.request.url).searchParams.get('all');
  const all = deskLists.find((list) => list === asked) ?? null;
  const desk = await load(args, () => careDesk(ctx, all));
  return { ...desk, title: textIn(ctx.locale, care)('desk-title') };
}

export async function action(args: ActionFunctionArgs) {
  return careAction(args, 'own', paths.careDesk);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CareDesk() {
  const { title, looksAfter, isOffice, unsettled, unassigned, objected } = useLoaderData<typeof loader>();
  const t = useText(care);
  return (
    <>
      <PageHeader title={title} lead={t('desk-lead')} />
      {isOffice && <Contests />}
      {looksAfter && (
        <>
          <Waiting />
          <Tasks title={t('desk-unsettled')} list="unsettled" tasks={unsettled} />
          <Tasks title={t('desk-objected')} list="objected" tasks={objected} />
          <Order />
          <Tasks title={t('desk-unassigned')} list="unassigned" tasks={unassigned} />
          <Volunteers />
        </>
      )}
    </>
  );
}

function useAreaName(): (areaId: string) => string {
  const { names } = useLoaderData<typeof loader>();
  return (areaId) => names[areaId] ?? areaId;
}

/** Leads to the whole of a list that is shown in part. */
function More({ list }: { list: DeskList }) {
  const { more } = useLoaderData<typeof loader>();
  const t = useText(care);
  if (!more.includes(list)) return null;
  return (
    <p>
      <Link to={`?all=${list}`}>{t('desk-all')}</Link>
    </p>
  );
}

function Contests() {
  const { contests } = useLoaderData<typeof loader>();
  const t = useText(care);
  const areaName = useAreaName();
  return (
    <Section title={t('desk-contests')}>
      {contests.length === 0 && <p>{t('desk-none')}</p>}
      <CardList>
        {contests.map(({ id, needId, areaId, dueAt }) => (
          <Card
            key={id}
            title={t('desk-entry', { area: areaName(areaId) })}
            to={paths.careNeed(needId)}
            meta={
              <span>
                {t('contest-until')} <Time value={dueAt} format="date" />
              </span>
            }
          />
        ))}
      </CardList>
      <More list="contests" />
    </Section>
  );
}

function Waiting() {
  const { waiting } = useLoaderData<typeof loader>();
  const t = useText(care);
  const areaName = useAreaName();
  return (
    <Section title={t('desk-waiting')}>
      {waiting.length === 0 && <p>{t('desk-none')}</p>}
      <CardList>
        {waiting.map(({ id, areaId, createdAt, urgent }) => (
          <Card
            key={id}
            title={t('desk-entry', { area: areaName(areaId) })}
            to={paths.careNeed(id)}
            badges={urgent && <StatusBadge tone="warning">{t('fact.urgent')}</StatusBadge>}
            meta={<Time value={createdAt} relative />}
          />
        ))}
      </CardList>
      <More list="waiting" />
    </Section>
  );
}

interface ListedTask {
  id: string;
  kind: string;
  state: string;
  startsAt: Date;
  need: { areaId: string };
}

interface TasksProps {
  title: string;
  list: DeskList;
  tasks: readonly ListedTask[];
}

function Tasks({ title, list, tasks }: TasksProps) {
  const t = useText(care);
  const kindName = useKindName();
  const areaName = useAreaName();
  return (
    <Section title={title}>
      {tasks.length === 0 && <p>{t('desk-none')}</p>}
      <CardList>
        {tasks.map(({ id, kind, state, startsAt, need }) => (
          <Card
            key={id}
            title={kindName(kind)}
            to={paths.careTask(id)}
            badges={<CareState of="task" state={state} />}
            meta={
              <>
                <span>{areaName(need.areaId)}</span>
                <Time value={startsAt} />
              </>
            }
          />
        ))}
      </CardList>
      <More list={list} />
    </Section>
  );
}

/** By the published rule, each with why; nothing of it says who. */
function Order() {
  const { ordered } = useLoaderData<typeof loader>();
  const t = useText(care);
  const areaName = useAreaName();
  return (
    <Section title={t('desk-order')}>
      {ordered.length === 0 ? <p>{t('desk-none')}</p> : <p className="field-hint">{t('place-advice')}</p>}
      <CardList>
        {ordered.map(({ id, areaId, reasons }, at) => (
          <Card
            key={id}
            title={t('desk-number', { number: at + 1, area: areaName(areaId) })}
            to={paths.careNeed(id)}
          >
            <ReasonList reasons={reasons} />
          </Card>
        ))}
      </CardList>
    </Section>
  );
}

function Volunteers() {
  const { volunteers } = useLoaderData<typeof loader>();
  const t = useText(care);
  const areaName = useAreaName();
  return (
    <Section title={t('desk-volunteers')}>
      {volunteers.length === 0 && <p>{t('desk-none')}</p>}
      <CardList>
        {volunteers.map(({ id, areaId, state, name, organisation, isOwn }) => (
          <Card
            key={id}
            title={t('of-organisation', { name, organisation })}
            badges={<CareState of="volunteer" state={state} />}
            meta={areaName(areaId)}
            actions={!isOwn && <VetForm id={id} state={state} />}
          />
        ))}
      </CardList>
      <More list="volunteers" />
    </Section>
  );
}

/** The staff vets who offers, and ends what it has vetted. */
function VetForm({ id, state }: { id: string; state: string }) {
  const outcome = useActionData<typeof action>();
  const t = useText(care);
  const verdicts = isToVet(state) ? (['vet', 'refuse'] as const) : (['end'] as const);
  return (
    <Form intent="vet" hidden={{ volunteerId: id }} state={outcome?.form}>
      <div className="form-actions">
        {verdicts.map((verdict) => (
          <Button
            key={verdict}
            size="small"
            variant={verdict === 'vet' ? 'primary' : 'quiet'}
            name="verdict"
            value={verdict}
          >
            {t(verdict === 'end' ? 'end-help' : verdict)}
          </Button>
        ))}
      </div>
    </Form>
  );
}
