import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { readPoolFile } from '~/domains/councils/auditors.server';
import { drawNumberSchema } from '~/domains/councils/schema';
import { requirePerson } from '~/http/actor.server';
import { csvResponse } from '~/http/answers/csv-response';
import { load, parseForm, readForm } from '~/http/forms/forms.server';

/** The pool with its features, for auditors. Asked for by a form: that it was read stands on record. */
export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const asked = parseForm(await readForm(args.request), drawNumberSchema, ctx.locale);
  if (!asked.ok) throw data({ reason: null }, { status: 400 });
  const { draw } = asked.value;
  const pool = await load(args, () => readPoolFile(ctx, args.params.id ?? '', draw));
  return csvResponse(`pool-${draw}`, pool, { 'Cache-Control': 'private, no-store' });
}
