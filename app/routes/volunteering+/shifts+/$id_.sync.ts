import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { syncTicks } from '~/domains/volunteering/attendance/sync-ticks.server';
import type { TickAnswer } from '~/domains/volunteering/attendance/sync-ticks.server';
import { ticksSchema } from '~/domains/volunteering/attendance/schema';
import { requirePerson } from '~/http/actor.server';
import { runForm } from '~/http/forms/forms.server';
import { reasonText } from '~/i18n/reason-text';
import type { Locale } from '~/i18n/locale';

const answered = (locale: Locale, { signUpId, what, answer }: TickAnswer) =>
  typeof answer === 'string'
    ? { signUpId, what, answer }
    : { signUpId, what, answer: 'refused', why: reasonText(locale, answer) };

/** What was ticked on the list without network, each tick with its answer. */
export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, ticksSchema, async (sent) => {
    const answers = await syncTicks(ctx, args.params.id ?? '', sent);
    return data({ answers: answers.map((answer) => answered(ctx.locale, answer)) });
  });
}
