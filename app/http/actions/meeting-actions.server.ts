import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requirePerson } from '../actor.server';
import type { PersonContext } from '../actor.server';
import { runForm } from '../forms/forms.server';
import { addItem, moveItem } from '~/domains/meetings/agenda.server';
import { answerSeat } from '~/domains/meetings/seats/answer-seat.server';
import { giveVerdict } from '~/domains/meetings/minutes/approve-minutes.server';
import { cancelMeeting } from '~/domains/meetings/cancel-meeting.server';
import { carryOut, outcomes, settleDecision } from '~/domains/meetings/minutes/carry-out.server';
import { recordDecision, strikeDecision } from '~/domains/meetings/minutes/decide.server';
import { inviteToMeeting, uninvite } from '~/domains/meetings/seats/invite.server';
import {
  beginMeeting,
  layMinutes,
  recordAttendance,
  recordStep,
  reviseMinutes,
  saveMinutes,
} from '~/domains/meetings/minutes/record-meeting.server';
import { recordPublication } from '~/domains/meetings/minutes/record-publication.server';
import * as schema from '~/domains/meetings/schema';
import { showName } from '~/domains/meetings/seats/show-name.server';
import type { meetings } from '~/i18n/meetings';

type Words = keyof (typeof meetings)['en'];
/** Leads to the page after the act, with what it did in words. */
type Back = (message: Words) => Promise<Response>;

interface Asked {
  args: ActionFunctionArgs;
  ctx: PersonContext;
  id: string;
  back: Back;
}

/** A form of a meeting: its fields, what it says when it is done, and the use case. */
function form<Schema extends z.ZodType>(
  fields: Schema,
  says: Words,
  act: (ctx: PersonContext, id: string, input: z.output<Schema>) => Promise<unknown>,
) {
  return ({ args, ctx, id, back }: Asked) =>
    runForm(args, fields, async (input) => {
      await act(ctx, id, input);
      return back(says);
    });
}

const nothing = z.object({});
const outcomeSchema = schema.numberSchema.extend({ outcome: z.enum(outcomes) });

const acts = {
  answer: form(schema.answerSchema, 'flash-answered', answerSeat),
  'show-name': form(schema.showNameSchema, 'flash-name', showName),
  verdict: form(schema.verdictSchema, 'flash-verdict', giveVerdict),
  cancel: form(schema.cancelMeetingSchema, 'flash-cancelled', (ctx, id, { reason }) =>
    cancelMeeting(ctx, id, reason),
  ),
  begin: form(nothing, 'flash-begun', beginMeeting),
  revise: form(nothing, 'flash-revised', reviseMinutes),
  invite: form(schema.inviteSchema, 'flash-invited', inviteToMeeting),
  uninvite: form(schema.seatSchema, 'flash-uninvited', (ctx, id, { seatId }) => uninvite(ctx, id, seatId)),
  'item-add': form(schema.addItemSchema, 'flash-item', (ctx, id, { item }) => addItem(ctx, id, item)),
  'item-up': form(schema.itemSchema, 'flash-item', (ctx, id, { itemId }) =>
    moveItem(ctx, id, { itemId, how: 'up' }),
  ),
  'item-remove': form(schema.itemSchema, 'flash-item', (ctx, id, { itemId }) =>
    moveItem(ctx, id, { itemId, how: 'remove' }),
  ),
  attendance: form(schema.attendanceSchema, 'flash-attendance', recordAttendance),
  minutes: form(schema.minutesSchema, 'flash-minutes', saveMinutes),
  step: form(schema.stepSchema, 'flash-step', recordStep),
  publication: form(schema.publicationSchema, 'flash-step', recordPublication),
  decide: form(schema.decisionSchema, 'flash-decided', recordDecision),
  strike: form(schema.numberSchema, 'flash-struck', (ctx, id, { decisionId }) =>
    strikeDecision(ctx, id, decisionId),
  ),
  'lay-minutes': form(nothing, 'flash-laid', layMinutes),
  'carry-out': form(outcomeSchema, 'flash-carried-out', carryOut),
  settle: form(schema.settleSchema, 'flash-settled', settleDecision),
};

const isAct = (intent: string): intent is keyof typeof acts => Object.hasOwn(acts, intent);

/** Does what a form of a page of a meeting asks for; answers 400 to what is none of them. */
export async function meetingAction(args: ActionFunctionArgs, intent: string, back: Back) {
  const ctx = requirePerson(args);
  if (!isAct(intent)) throw data({ reason: null }, { status: 400 });
  return acts[intent]({ args, ctx, id: args.params.id ?? '', back });
}
