import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ConfirmForm, LinkButton, PageHeader, Section, TimeSpan } from '~/components/ui';
import { CameAnyway } from '~/components/volunteering/came-anyway';
import { RosterPerson } from '~/components/volunteering/roster-person';
import { ShiftMessages } from '~/components/volunteering/shift-messages';
import { addAtRoster, removeGuest } from '~/domains/volunteering/attendance/add-at-roster.server';
import { answerObjection } from '~/domains/volunteering/attendance/object.server';
import { confirmAll } from '~/domains/volunteering/attendance/confirm-all.server';
import { tickOnList } from '~/domains/volunteering/attendance/check-in.server';
import { evaluateService } from '~/domains/volunteering/attendance/evaluate.server';
import { cameAnywaySchema, evaluationSchema } from '~/domains/volunteering/attendance/schema';
import { confirmAttendance } from '~/domains/volunteering/attendance/confirm-attendance.server';
import { rosterPage } from '~/domains/volunteering/desk/roster.query.server';
import { writeToShift } from '~/domains/volunteering/desk/write-to-shift.server';
import { checkInOpensAt } from '~/domains/volunteering/rules/terms';
import { attendanceSchema, messageSchema, objectionSchema } from '~/domains/volunteering/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => rosterPage(ctx, args.params.id ?? ''));
  const now = ctx.clock.now();
  const { startsAt, endsAt, cancelledAt } = page.shift;
  return {
    ...page,
    // From when people can be ticked; afterwards it shows who came.
    listOpen: cancelledAt === null && checkInOpensAt(page.shift) <= now,
    begun: startsAt <= now && cancelledAt === null,
    ended: endsAt <= now && cancelledAt === null,
    title: textIn(ctx.locale, volunteerDesk)('roster'),
  };
}

const guestSchema = z.object({ guestId: z.string().max(26) });
const tickSchema = z.object({ signUpId: z.string().max(26), what: z.enum(['in', 'out']) });

/** Who came though they are on no list, and how a service was. */
async function listAction(args: ActionFunctionArgs, back: (message: string) => Promise<Response>) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const d = textIn(ctx.locale, volunteerDesk);
  switch ((await readForm(args.request)).get('intent')) {
    case 'add-person':
      return runForm(args, cameAnywaySchema, async (input) => {
        const add = () => addAtRoster(ctx, id, input);
        // Whoever tries one address after the other would learn who has an account.
        const added = await (input.email
          ? args.context.attempts.guess(`roster:${ctx.actor.personId}`, add)
          : add());
        return back(d(added === 'person' ? 'flash-ticked' : 'flash-guest'));
      });
    case 'remove-guest':
      return runForm(args, guestSchema, ({ guestId }) =>
        removeGuest(ctx, id, guestId).then(() => back(d('flash-guest-removed'))),
      );
    case 'evaluate':
      return runForm(args, evaluationSchema, (input) =>
        evaluateService(ctx, input).then(() => back(d('flash-evaluated'))),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const d = textIn(ctx.locale, volunteerDesk);
  const back = async (message: string) =>
    redirect(paths.shiftRoster(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'tick':
      return runForm(args, tickSchema, ({ signUpId, what }) =>
        tickOnList(ctx, signUpId, what).then(() => back(d('flash-ticked'))),
      );
    case 'all-came':
      return runForm(args, z.object({}), async () =>
        back(d('flash-all', { ...(await confirmAll(ctx, id)) })),
      );
    case 'attendance':
      return runForm(args, attendanceSchema, (input) =>
        confirmAttendance(ctx, input).then(() => back(textIn(ctx.locale, volunteering)('flash-attendance'))),
      );
    case 'answer':
      return runForm(args, objectionSchema, ({ signUpId, words }) =>
        answerObjection(ctx, signUpId, words).then(() => back(d('flash-answered'))),
      );
    case 'write':
      return runForm(args, messageSchema, async ({ body }) => {
        const count = await writeToShift(ctx, id, body);
        return back(d('flash-written', { count }));
      });
    default:
      return listAction(args, back);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Roster() {
  const { shift, opportunity, people, begun, messages, questions, ...page } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const t = useText(volunteerDesk);
  return (
    <>
      <PageHeader
        title={t('roster')}
        lead={<Link to={paths.opportunity(opportunity.id)}>{opportunity.title}</Link>}
        meta={
          <>
            <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />
            {shift.place && <span>{shift.place}</span>}
            <span>{t('taken', { taken: shift.taken, capacity: shift.capacity })}</span>
            {page.came > 0 && <span>{t('came', { count: page.came })}</span>}
          </>
        }
      />
      <RosterActions state={state} />
      {people.length === 0 && <p>{t('nobody')}</p>}
      <ol className="sign-ups">
        {people.map((person) => (
          <RosterPerson key={person.id} {...{ person, begun, questions, state }} />
        ))}
      </ol>
      {page.listOpen && <CameAnyway guests={page.guests} left={page.left} state={state} />}
      <Section title={t('write')}>
        <ShiftMessages messages={messages} state={state} />
      </Section>
    </>
  );
}

function RosterActions({ state }: { state: FormState | undefined }) {
  const { shift, ended } = useLoaderData<typeof loader>();
  const t = useText(volunteerDesk);
  return (
    <div className="form-actions organiser-actions">
      <LinkButton to={paths.checkInCode(shift.id)}>{t('screen')}</LinkButton>
      <LinkButton variant="secondary" to={paths.printRoster(shift.id)}>
        {t('print')}
      </LinkButton>
      <LinkButton variant="secondary" to={paths.offlineList(shift.id)}>
        {t('offline')}
      </LinkButton>
      {ended && (
        <ConfirmForm
          intent="all-came"
          state={state}
          trigger={t('all-came')}
          title={t('all-came-title')}
          description={<p>{t('all-came-hint')}</p>}
        />
      )}
    </div>
  );
}
