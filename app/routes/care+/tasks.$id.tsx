import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { DescriptionList, PageHeader, TimeSpan } from '~/components/ui';
import { CareState } from '~/components/care/care-state';
import {
  AnswerTask,
  AssignForms,
  CancelForm,
  GiveBackForm,
  PhoneForm,
  RecordForm,
  SeeToForm,
  WordsForm,
} from '~/components/care/task-acts';
import { useComerName, useKindName } from '~/components/care/task-line';
import { taskPage } from '~/domains/care/reads/task-page.query.server';
import { openPhone } from '~/domains/care/tasks/do-task.server';
import { careAction, isLastAct } from '~/http/actions/care-actions.server';
import { requirePerson } from '~/http/actor.server';
import { load, readForm, runAction } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { telephoneAddress } from '~/lib/numbers/telephone';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return load(args, () => taskPage(ctx, args.params.id ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const intent = (await readForm(args.request)).get('intent');
  if (intent === 'phone') return runAction(args, async () => data({ phone: await openPhone(ctx, id) }));
  return isLastAct(intent)
    ? careAction(args, 'last', paths.care)
    : careAction(args, 'task', paths.careTask(id));
}

// The tab says nothing of who it is: others look at the same screen.
export const meta: MetaFunction<typeof loader> = () => pageTitle();

export default function CareTaskPage() {
  const { task, who, needId } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(care);
  const kindName = useKindName();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <div className="narrow stack">
      <PageHeader
        title={kindName(task.kind)}
        badges={<CareState of="task" state={task.state} />}
        lead={who === 'doer' ? t('task-lead') : undefined}
        meta={needId && <Link to={paths.careNeed(needId)}>{t('to-entry')}</Link>}
      />
      <TaskFacts />
      <DoerActs state={state} />
      <StaffActs state={state} />
      <OwnActs state={state} />
    </div>
  );
}

function TaskFacts() {
  const { task, area, comes, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(care);
  const comerName = useComerName();
  const phone = outcome && 'phone' in outcome ? outcome.phone : null;
  return (
    <DescriptionList
      items={[
        { label: t('fact.when'), value: <TimeSpan startsAt={task.startsAt} endsAt={task.endsAt} /> },
        { label: t('fact.area'), value: area },
        { label: t('fact.who'), value: comes && comerName(comes) },
        { label: t('fact.called'), value: words.called },
        { label: t('fact.place'), value: words.place },
        { label: t('fact.phone'), value: phone && <a href={telephoneAddress(phone)}>{phone}</a> },
        { label: t('fact.what'), value: words.what },
        { label: t('fact.record'), value: words.record && <span className="pre-line">{words.record}</span> },
        { label: t('fact.objection'), value: words.objection },
        { label: t('fact.answer'), value: words.answer },
      ]}
    />
  );
}

interface Stated {
  state: FormState | undefined;
}

/** What is done by whoever is asked or has said yes. */
function DoerActs({ state }: Stated) {
  const { may } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const shown = outcome !== undefined && 'phone' in outcome;
  if (may.answer) return <AnswerTask state={state} />;
  return (
    <>
      {may.phone && !shown && <PhoneForm state={state} />}
      {may.record && <RecordForm state={state} />}
      {may.giveBack && <GiveBackForm state={state} />}
    </>
  );
}

function StaffActs({ state }: Stated) {
  const { may, volunteers, isOpen } = useLoaderData<typeof loader>();
  return (
    <>
      {may.assign && <AssignForms {...{ volunteers, state }} />}
      {may.seeTo && <SeeToForm state={state} />}
      {may.answerObjection && isOpen && <WordsForm state={state} answers />}
    </>
  );
}

/** What those concerned do: call it off, or say what is not so. */
function OwnActs({ state }: Stated) {
  const { may } = useLoaderData<typeof loader>();
  return (
    <div className="form-actions">
      {may.cancel && <CancelForm state={state} />}
      {may.object && <WordsForm state={state} answers={false} />}
    </div>
  );
}
