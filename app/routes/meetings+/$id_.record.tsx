import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  CheckboxGroup,
  ConfirmForm,
  Field,
  Form,
  LinkButton,
  MarkdownEditor,
  Notice,
  PageHeader,
  Section,
} from '~/components/ui';
import { DecideForm } from '~/components/meetings/decide-form';
import { DecisionList } from '~/components/meetings/decision-list';
import { StepTable } from '~/components/meetings/minutes-text';
import { StepForms } from '~/components/meetings/step-forms';
import { useSeatName } from '~/components/meetings/seat-list';
import { ledMeeting } from '~/domains/meetings/meeting.query.server';
import { organisationsAround } from '~/domains/organisations/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm } from '~/http/forms/forms.server';
import { meetingAction } from '~/http/actions/meeting-actions.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { explain } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => ledMeeting(ctx, id));
  if (!page.may.record) throw redirect(paths.meeting(id));
  const organisations = await organisationsAround(ctx, page.meeting.areaId);
  const lay = explain(ctx.locale, page.next.lay);
  return data({ ...page, organisations, lay, title: textIn(ctx.locale, meetings)('record') });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, meetings);
  const intent = String((await readForm(args.request)).get('intent'));
  const to = intent === 'lay-minutes' ? paths.meeting(id) : paths.recordMeeting(id);
  return meetingAction(args, intent, async (message) =>
    redirect(to, { headers: { 'Set-Cookie': await flash(args, t(message)) } }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function RecordMeeting() {
  const { meeting, title, steps, stepForms, agenda, seats, decisions, organisations, counts } =
    useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(meetings);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const met = counts.present >= counts.quorum;
  return (
    <>
      <PageHeader
        title={title}
        lead={meeting.title}
        actions={
          <LinkButton variant="quiet" to={paths.meeting(meeting.id)}>
            {t('back')}
          </LinkButton>
        }
      />
      <Attendance state={state} />
      <StepTable steps={steps} />
      <StepForms steps={stepForms} state={state} />
      <Section title={t('decisions')} id="decisions">
        <Notice kind={met ? 'success' : 'warning'} title={t(met ? 'quorum-met' : 'quorum-missing')}>
          {t('seats-counts', counts)}
        </Notice>
        <Decisions state={state} />
        {met && <DecideForm key={decisions.length} {...{ agenda, seats, organisations, state }} />}
      </Section>
      <Minutes state={state} />
      <Lay state={state} />
    </>
  );
}

interface PartProps {
  state: FormState | undefined;
}

/** The whole list at once, of the version that the page shows: of two who record at once the second is told. */
function Attendance({ state }: PartProps) {
  const { seats, meeting } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  const nameOf = useSeatName();
  if (seats.length === 0) return <p>{t('no-seats')}</p>;
  return (
    <Section title={t('attendance')} id="attendance">
      <Form intent="attendance" state={state} className="panel" key={meeting.version}>
        <input type="hidden" name="version" value={meeting.version} />
        <CheckboxGroup
          name="present"
          label={t('attendance')}
          hint={t('attendance-hint')}
          defaultValues={seats.filter(({ present }) => present).map(({ id }) => id)}
          choices={seats.map((seat) => ({ value: seat.id, label: nameOf(seat) }))}
        />
        <Button>{t('save-attendance')}</Button>
      </Form>
    </Section>
  );
}

function Decisions({ state }: PartProps) {
  const { decisions } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  return (
    <DecisionList
      decisions={decisions}
      acts={(decisionId) => (
        <Form intent="strike" hidden={{ decisionId }} state={state} className="inline-form">
          <Button size="small" variant="quiet">
            {t('strike')}
          </Button>
        </Form>
      )}
    />
  );
}

function Minutes({ state }: PartProps) {
  const { meeting, revisions } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  return (
    <Section title={t('minutes')} id="minutes">
      <Form
        intent="minutes"
        state={state}
        initial={{ minutes: meeting.minutes }}
        revision={revisions.minutes}
        className="panel"
      >
        <Field name="minutes" label={t('minutes')} hint={t('minutes-hint')}>
          <MarkdownEditor rows={12} maximum={30_000} />
        </Field>
        <Button>{t('save-minutes')}</Button>
      </Form>
    </Section>
  );
}

/** Ends the meeting, as soon as there is what it ends with; until then it says what lacks. */
function Lay({ state }: PartProps) {
  const { lay } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  if (!lay.allowed) return <Notice title={t('lay')}>{lay.words}</Notice>;
  return (
    <ConfirmForm
      intent="lay-minutes"
      state={state}
      trigger={t('lay')}
      title={t('lay-title')}
      description={<p>{t('lay-hint')}</p>}
      variant="primary"
    />
  );
}
