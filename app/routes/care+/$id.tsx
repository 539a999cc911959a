import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CardList, Notice, PageHeader, Section, Table, Time } from '~/components/ui';
import { CareState } from '~/components/care/care-state';
import { ContestForm, ContestPart } from '~/components/care/contest-part';
import { NeedFacts, NeedWords } from '~/components/care/need-facts';
import { OwnActs } from '~/components/care/own-acts';
import { ReasonList } from '~/components/care/reason-list';
import { AnswerForms, EndForm, LookForm, OpenNotice, PlanForm } from '~/components/care/staff-acts';
import { TaskLine, useComerName } from '~/components/care/task-line';
import { needPage } from '~/domains/care/reads/need-page.query.server';
import { daysForAnswer, daysRaised, hoursOfLook } from '~/domains/care/rules/lasting';
import { careAction, isLastAct } from '~/http/actions/care-actions.server';
import { requirePerson } from '~/http/actor.server';
import { load, readForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { care } from '~/i18n/care';
import { careLooks } from '~/i18n/care-looks';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => needPage(ctx, args.params.id ?? ''));
  const t = textIn(ctx.locale, care);
  const title = page.words ? t('entry-of', { name: page.words.called }) : t('title');
  const days = { answer: daysForAnswer, raised: daysRaised };
  return { ...page, days, hours: hoursOfLook, title };
}

export async function action(args: ActionFunctionArgs) {
  const intent = (await readForm(args.request)).get('intent');
  return isLastAct(intent)
    ? careAction(args, 'last', paths.careDesk)
    : careAction(args, 'need', paths.careNeed(args.params.id ?? ''));
}

// The tab says nothing of who it is: others look at the same screen.
export const meta: MetaFunction<typeof loader> = () => pageTitle();

export default function CareNeedPage() {
  const { need, area, words, who, isOwn, isLive, title, reason, may } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(care);
  const state = outcome?.form;
  const forOther = !isOwn && need.entitlement === 'agreed' && need.state === 'stated';
  const next = forOther ? 'next.stated-for-other' : `next.${need.state}`;
  return (
    <div className="stack">
      <PageHeader
        title={title}
        badges={<CareState of="state" state={need.state} />}
        lead={who === 'concerned' && hasKey(care, next) ? t(next) : undefined}
      />
      {reason !== '' && <Notice>{t('reason-is', { reason })}</Notice>}
      {who === 'staff' && words && <OpenNotice />}
      <NeedFacts need={need} area={area} />
      {words && <NeedWords words={words} />}
      {who === 'concerned' && <OwnActs id={need.id} {...{ may, state }} />}
      {who === 'staff' && isLive && <StaffPart state={state} />}
      <Place state={state} />
      <Plans />
      <Looks />
    </div>
  );
}

interface Stated {
  state: FormState | undefined;
}

/** Opening it first; then what the staff does with it. */
function StaffPart({ state }: Stated) {
  const { need, words, may, hours } = useLoaderData<typeof loader>();
  if (!words) return may.look ? <LookForm {...{ state, hours }} /> : null;
  return (
    <>
      {may.accept && <AnswerForms state={state} rhythmDays={need.rhythmDays} />}
      <div className="form-actions">
        {may.plan && <PlanForm state={state} />}
        {may.end && <EndForm state={state} />}
      </div>
    </>
  );
}

/** Why it stands where it stands in the order, and what was said against that. */
function Place({ state }: Stated) {
  const { who, reasons, contests, may, days } = useLoaderData<typeof loader>();
  const t = useText(care);
  return (
    <>
      {reasons.length > 0 && (
        <Section title={t(who === 'concerned' ? 'place-title' : 'place-staff')}>
          <ReasonList reasons={reasons} />
          <p className="field-hint">{t('place-advice')}</p>
          {may.contest && <ContestForm days={days.answer} state={state} />}
        </Section>
      )}
      <ContestPart {...{ contests, days, state }} answers={may.answerContest} />
    </>
  );
}

function Plans() {
  const { who, tasks, need } = useLoaderData<typeof loader>();
  const t = useText(care);
  const comerName = useComerName();
  if (who === 'office' || need.state === 'asked' || need.state === 'stated') return null;
  return (
    <Section title={t('plans-title')}>
      {tasks.length === 0 && <p>{t('plans-none')}</p>}
      <CardList>
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            meta={
              <>
                {task.comes && <span>{comerName(task.comes)}</span>}
                {task.objection && <span>{t('fact.objection')}</span>}
              </>
            }
          >
            {task.record !== '' && <p className="pre-line">{task.record}</p>}
          </TaskLine>
        ))}
      </CardList>
    </Section>
  );
}

function Looks() {
  const { who, looks } = useLoaderData<typeof loader>();
  const t = useText(care);
  const l = useText(careLooks);
  if (who !== 'concerned') return null;
  const purposeOf = (purpose: string) => {
    const key = `purpose.${purpose}`;
    return hasKey(careLooks, key) ? l(key) : purpose;
  };
  return (
    <Section title={t('looks-title')}>
      <Table
        caption={t('looks-title')}
        captionHidden
        rows={looks}
        rowKey={(row) => row.id}
        empty={t('looks-none')}
        columns={[
          { key: 'at', header: t('fact.when'), cell: (row) => <Time value={row.at} /> },
          { key: 'by', header: t('looks-by'), cell: (row) => row.by },
          { key: 'why', header: t('look-purpose'), cell: (row) => purposeOf(row.purpose) },
        ]}
      />
    </Section>
  );
}
