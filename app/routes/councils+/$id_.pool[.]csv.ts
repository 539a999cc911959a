import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { readPoolFile } from '~/domains/councils/drawing/auditors.server';
import { drawNumberSchema } from '~/domains/councils/schema';
import { requirePerson } from '~/http/actor.server';
import { csvOrXlsx } from '~/http/answers/files/table-response.server';
import { load, parseForm, readForm } from '~/http/forms/forms.server';

/** The pool with its features, for auditors. Asked for by a form: that it was read stands on record. */
export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const asked = parseForm(await readForm(args.request), drawNumberSchema, ctx.locale);
  if (!asked.ok) throw data({ reason: null }, { status: 400 });
  const { draw } = asked.value;
  const csv = await load(args, () => readPoolFile(ctx, args.params.id ?? '', draw));
  const headers = { 'Cache-Control': 'private, no-store' };
  return csvOrXlsx({ request: args.request, locale: ctx.locale }, { name: `pool-${draw}`, csv, headers });
}
