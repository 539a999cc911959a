import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  DisclosureForm,
  Field,
  Form,
  LinkButton,
  PageHeader,
  Section,
  TextInput,
} from '~/components/ui';
import { GuestFields } from '~/components/meetings/meeting-fields';
import { AgendaList } from '~/components/meetings/meeting-facts';
import { SeatList } from '~/components/meetings/seat-list';
import { ledMeeting } from '~/domains/meetings/meeting.query.server';
import { organisationsAround } from '~/domains/organisations/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm } from '~/http/forms/forms.server';
import { meetingAction } from '~/http/actions/meeting-actions.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => ledMeeting(ctx, args.params.id ?? ''));
  const seated = new Set(page.seats.map(({ organisationId }) => organisationId));
  const organisations = await organisationsAround(ctx, page.meeting.areaId);
  const title = textIn(ctx.locale, meetings)('prepare');
  return data({ ...page, title, organisations: organisations.filter(({ id }) => !seated.has(id)) });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, meetings);
  const intent = String((await readForm(args.request)).get('intent'));
  return meetingAction(args, intent, async (message) =>
    redirect(paths.prepareMeeting(args.params.id ?? ''), {
      headers: { 'Set-Cookie': await flash(args, t(message)) },
    }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function PrepareMeeting() {
  const { meeting, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(meetings);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
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
      <Agenda state={state} />
      <Seats state={state} />
    </>
  );
}

interface PartProps {
  state: FormState | undefined;
}

function Agenda({ state }: PartProps) {
  const { agenda, may } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  const open = may.change || may.record;
  return (
    <Section title={t('agenda')} id="agenda">
      <AgendaList
        agenda={agenda}
        acts={(itemId, at) =>
          open && (
            <div className="form-actions">
              {at > 0 && <Act intent="item-up" hidden={{ itemId }} words={t('move-up')} state={state} />}
              <Act intent="item-remove" hidden={{ itemId }} words={t('remove-item')} state={state} />
            </div>
          )
        }
      />
      {open && (
        <Form intent="item-add" state={state} className="panel">
          <Field name="item" label={t('item')} hint={t('item-hint')} required>
            <TextInput maxLength={300} />
          </Field>
          <Button variant="secondary">{t('add-item')}</Button>
        </Form>
      )}
    </Section>
  );
}

function Seats({ state }: PartProps) {
  const { meeting, seats, organisations, may } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  return (
    <Section title={t('seats')} id="seats">
      <SeatList
        seats={seats}
        inside
        state={meeting.state}
        acts={(seatId) =>
          may.change &&
          may.uninvite && <Act intent="uninvite" hidden={{ seatId }} words={t('uninvite')} state={state} />
        }
      />
      {may.change && (
        <DisclosureForm trigger={t('add-seats')} intent="invite" state={state}>
          <GuestFields organisations={organisations} />
          <Button>{t('add-seats')}</Button>
        </DisclosureForm>
      )}
    </Section>
  );
}

interface ActProps extends PartProps {
  intent: string;
  hidden: Record<string, string>;
  words: string;
}

/** One button that does one thing. */
function Act({ intent, hidden, words, state }: ActProps) {
  return (
    <Form intent={intent} hidden={hidden} state={state} className="inline-form">
      <Button size="small" variant="quiet">
        {words}
      </Button>
    </Form>
  );
}
