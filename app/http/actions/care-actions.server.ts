import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requirePerson } from '../actor.server';
import type { PersonContext } from '../actor.server';
import { flash, readForm, runForm } from '../forms/forms.server';
import { answerContest, contestOrder } from '~/domains/care/contests/contest.server';
import { acceptNeed } from '~/domains/care/needs/answer-need.server';
import { declineNeed, endNeed, withdrawNeed } from '~/domains/care/needs/end-need.server';
import { lookAtNeed } from '~/domains/care/needs/look.server';
import { agreeToNeed } from '~/domains/care/needs/state-need.server';
import * as schema from '~/domains/care/schema';
import { acceptTask, giveTaskBack, offerTask, takeTask } from '~/domains/care/tasks/assign-task.server';
import { cancelTask } from '~/domains/care/tasks/cancel-task.server';
import { recordTask, seeToTask } from '~/domains/care/tasks/do-task.server';
import { answerObjection, objectToRecord } from '~/domains/care/tasks/object-to-record.server';
import { planTasks } from '~/domains/care/tasks/plan-tasks.server';
import { offerHelp, vetVolunteer } from '~/domains/care/volunteers/offer-help.server';
import { care } from '~/i18n/care';
import { textIn } from '~/i18n/catalogue';

type Words = Extract<keyof (typeof care)['en'], `flash-${string}`>;

interface Asked {
  args: ActionFunctionArgs;
  ctx: PersonContext;
  id: string;
  /** Where it leads when it is done. */
  to: string;
}

/** A form of the register: its fields, what it says when it is done, and the use case. */
function form<Schema extends z.ZodType>(
  fields: Schema,
  says: Words | null,
  act: (ctx: PersonContext, id: string, input: z.output<Schema>) => Promise<unknown>,
) {
  return ({ args, ctx, id, to }: Asked) =>
    runForm(args, fields, async (input) => {
      await act(ctx, id, input);
      if (says === null) return redirect(to);
      const message = textIn(ctx.locale, care)(says);
      return redirect(to, { headers: { 'Set-Cookie': await flash(args, message) } });
    });
}

const nothing = z.object({});
const words = schema.taskWordsSchema;

const needActs = {
  agree: form(schema.consentSchema, 'flash-agreed', agreeToNeed),
  withdraw: form(nothing, 'flash-withdrawn', withdrawNeed),
  look: form(schema.lookSchema, null, (ctx, id, { purpose }) => lookAtNeed(ctx, id, purpose)),
  accept: form(schema.acceptSchema, 'flash-accepted', (ctx, id, input) =>
    acceptNeed(ctx, id, input.rhythmDays),
  ),
  decline: form(schema.reasonSchema, 'flash-declined', (ctx, id, input) =>
    declineNeed(ctx, id, input.reason),
  ),
  end: form(schema.reasonSchema, 'flash-ended', (ctx, id, input) => endNeed(ctx, id, input.reason)),
  plan: form(schema.planSchema, 'flash-planned', planTasks),
  contest: form(schema.contestSchema, 'flash-contested', (ctx, id, input) =>
    contestOrder(ctx, id, input.words),
  ),
};

const taskActs = {
  offer: form(schema.offerSchema, 'flash-offered', (ctx, id, input) => offerTask(ctx, id, input.volunteerId)),
  take: form(nothing, 'flash-taken', takeTask),
  accept: form(nothing, 'flash-yes', acceptTask),
  cancel: form(nothing, 'flash-cancelled', cancelTask),
  'see-to': form(nothing, 'flash-seen-to', seeToTask),
  object: form(words, 'flash-objected', (ctx, id, input) => objectToRecord(ctx, id, input.words)),
  'answer-objection': form(words, 'flash-answered', (ctx, id, input) =>
    answerObjection(ctx, id, input.words),
  ),
};

/** After these nothing of the task or entry is shown any more to whoever did it. */
const lastActs = {
  record: form(schema.recordSchema, 'flash-recorded', recordTask),
  'give-back': form(nothing, 'flash-back', giveTaskBack),
  'answer-contest': form(schema.answerContestSchema, 'flash-answered', answerContest),
};

const ownActs = {
  help: form(schema.offerHelpSchema, 'flash-help', (ctx, _id, input) => offerHelp(ctx, input)),
  vet: form(schema.vetSchema, 'flash-vetted', (ctx, _id, input) => vetVolunteer(ctx, input)),
};

const acts = { need: needActs, task: taskActs, last: lastActs, own: ownActs };

/** Does what a form of one of the groups asks for, and leads on; answers 400 to what is none of them. */
export async function careAction(args: ActionFunctionArgs, group: keyof typeof acts, to: string) {
  const ctx = requirePerson(args);
  const intent = String((await readForm(args.request)).get('intent'));
  const known: Record<string, (asked: Asked) => ReturnType<(typeof needActs)['withdraw']>> = acts[group];
  const act = Object.hasOwn(known, intent) ? known[intent] : undefined;
  if (!act) throw data({ reason: null }, { status: 400 });
  return act({ args, ctx, id: args.params.id ?? '', to });
}

/** Whether a task or entry is over for who sends the form. */
export const isLastAct = (intent: unknown): boolean =>
  typeof intent === 'string' && Object.hasOwn(lastActs, intent);
