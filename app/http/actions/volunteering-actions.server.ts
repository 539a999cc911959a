import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requirePerson } from '../actor.server';
import type { PersonContext } from '../actor.server';
import { flash, readForm, runForm } from '../forms/forms.server';
import { addSeries } from '~/domains/volunteering/activities/add-series.server';
import { cancelShift, changeShift } from '~/domains/volunteering/activities/change-shift.server';
import {
  copyOpportunity,
  discardDraft,
  moveDraft,
} from '~/domains/volunteering/activities/keep-draft.server';
import { cancelOpportunity } from '~/domains/volunteering/activities/cancel-opportunity.server';
import { acceptOffer } from '~/domains/volunteering/places/answer-offer.server';
import { startsSoon } from '~/domains/volunteering/rules/terms';
import { addShift } from '~/domains/volunteering/opportunity.server';
import {
  attendanceSchema,
  cancelOpportunitySchema,
  cancelShiftSchema,
  changeShiftSchema,
  seriesSchema,
  shiftSchema,
  signUpSchema,
  withdrawSchema,
} from '~/domains/volunteering/schema';
import { confirmAttendance } from '~/domains/volunteering/attendance/confirm-attendance.server';
import { signUp, withdraw } from '~/domains/volunteering/places/sign-up.server';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';

const placeSchema = z.object({ shiftId: z.string().max(26) });

/** Does what a form on the page of an activity asks for; null where no form asks so. */
export async function volunteeringAction(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const intent = String((await readForm(args.request)).get('intent'));
  const act = { args, ctx, id: args.params.id ?? '', intent };
  return (await actOnPlace(act)) ?? (await actOnActivity(act));
}

interface Act {
  args: ActionFunctionArgs;
  ctx: PersonContext;
  id: string;
  intent: string;
}

async function back({ args, id }: Act, message: string, to = paths.opportunity(id)) {
  return redirect(to, { headers: { 'Set-Cookie': await flash(args, message) } });
}

/** What volunteers do. */
async function actOnPlace(act: Act) {
  const { args, ctx, intent } = act;
  const t = textIn(ctx.locale, volunteering);
  switch (intent) {
    case 'sign-up':
      return runForm(args, signUpSchema, async ({ shiftId, ...input }) =>
        back(act, t(`flash-${await signUp(ctx, shiftId, input)}`)),
      );
    case 'accept':
      return runForm(args, placeSchema, ({ shiftId }) =>
        acceptOffer(ctx, shiftId).then(() => back(act, t('flash-accepted'))),
      );
    case 'withdraw':
      return runForm(args, withdrawSchema, ({ shiftId, reason }) =>
        withdraw(ctx, shiftId, reason).then(() => back(act, t('flash-withdrawn'))),
      );
    default:
      return null;
  }
}

/** What organisers do with shifts, hours and the whole activity. */
async function actOnActivity(act: Act) {
  const { args, ctx, id, intent } = act;
  const t = textIn(ctx.locale, volunteering);
  const d = textIn(ctx.locale, volunteerDesk);
  const now = ctx.clock.now();
  switch (intent) {
    case 'add-shift':
      return runForm(args, shiftSchema, async (input) => {
        await addShift(ctx, id, input);
        return back(act, startsSoon(input.startsAt, now) ? d('flash-soon') : t('flash-shift'));
      });
    case 'add-series':
      return runForm(args, seriesSchema, (input) =>
        addSeries(ctx, id, input).then(() => back(act, d('flash-series'))),
      );
    case 'change-shift':
      return runForm(args, changeShiftSchema, ({ shiftId, ...change }) =>
        changeShift(ctx, shiftId, change).then(() => back(act, d('flash-changed'))),
      );
    case 'cancel-shift':
      return runForm(args, cancelShiftSchema, ({ shiftId, reason }) =>
        cancelShift(ctx, shiftId, reason).then(() => back(act, d('flash-shift-cancelled'))),
      );
    case 'attendance':
      return runForm(args, attendanceSchema, (input) =>
        confirmAttendance(ctx, input).then(() => back(act, t('flash-attendance'))),
      );
    case 'cancel':
      return runForm(args, cancelOpportunitySchema, ({ reason }) =>
        cancelOpportunity(ctx, id, reason).then(() => back(act, t('flash-cancelled'))),
      );
    default:
      return keepDrafts(act);
  }
}

const nothing = z.object({});

/** What organisers do with drafts and templates. */
async function keepDrafts(act: Act) {
  const { args, ctx, id, intent } = act;
  const d = textIn(ctx.locale, volunteerDesk);
  switch (intent) {
    case 'copy':
      return runForm(args, nothing, async () =>
        back(act, d('flash-draft'), paths.editOpportunity(await copyOpportunity(ctx, id))),
      );
    case 'publish':
      return runForm(args, nothing, () =>
        moveDraft(ctx, id, 'publish').then(() => back(act, d('flash-published'))),
      );
    case 'keep-as-template':
    case 'keep-as-draft':
      return runForm(args, nothing, () =>
        moveDraft(ctx, id, intent).then(() =>
          back(act, d(intent === 'keep-as-template' ? 'flash-template' : 'flash-draft')),
        ),
      );
    case 'discard':
      return runForm(args, nothing, () =>
        discardDraft(ctx, id).then(() => back(act, d('flash-discarded'), paths.volunteerDesk)),
      );
    default:
      return null;
  }
}
