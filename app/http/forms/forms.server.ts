import { data } from '@remix-run/node';
import type { z } from 'zod';
import { contextOf } from '../actor.server';
import type { RouteArgs } from '../actor.server';
import { areaStep } from './area-step.server';
import { organisationStep } from './organisation-step.server';
import { layMessage } from '../guards/cookies.server';
import { errorStatus } from '../answers/error-status';
import { addFault, faultText } from './form-faults';
import { readForm } from './read-form.server';
import { noteTyped, typedInRequest } from './bodies/typed-in-request.server';
import { asResponse, refusalOf } from '../answers/refusals.server';
import type { Locale } from '~/i18n/locale';
import type { FormState } from '~/lib/form-state';
import { instantText } from '~/lib/time/local-time';
import { reasonText } from '~/i18n/reason-text';

export { readForm };

/** The form as an object: a field given several times becomes a list; files are left out. */
export function typedValues(form: FormData): Record<string, string | string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name === '__proto__') continue;
    const before = texts.get(name);
    if (before) before.push(value);
    else texts.set(name, [value]);
  }
  return Object.fromEntries(
    Array.from(texts, ([name, [first = '', ...more]]) => [
      name,
      more.length > 0 ? [first, ...more] : first.replaceAll('\r\n', '\n'),
    ]),
  );
}

/** Passwords are never sent back. */
function withoutSecrets(values: FormState['values']): FormState['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
}

export type ParsedForm<Value> = { ok: true; value: Value } | { ok: false; form: FormState };

/** Checks a form against its schema: the value, or what was typed with the faults at their fields. */
export function parseForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  locale: Locale,
): ParsedForm<z.output<Schema>> {
  const values = typedValues(form);
  const parsed = schema.safeParse(values, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: FormState['errors'] = {};
  for (const issue of parsed.error.issues)
    addFault(errors, String(issue.path[0] ?? ''), faultText(locale, issue));
  return { ok: false, form: { values: withoutSecrets(values), errors } };
}

/** Times as typed have no zone: they are meant by the portal's clock. */
function inPortalTime(form: FormData, timeZone: string): FormData {
  const converted = new FormData();
  for (const [name, value] of form)
    converted.append(name, typeof value === 'string' ? instantText(value, timeZone) : value);
  return converted;
}

/** Answers with the form as typed and its faults, with status 400 unless told. */
export function formFault(form: FormState, status = 400) {
  return data({ form }, { status });
}

/** The posted form, with what its fields for areas and organisations were sent to look for. */
async function readTyped(args: RouteArgs) {
  const posted = await readForm(args.request);
  const values = withoutSecrets(typedValues(posted));
  noteTyped(args, values);
  const areas = await areaStep(args, posted);
  const organisations = await organisationStep(args, posted);
  const typed = { ...areas.state, ...organisations.state, values };
  return { posted, typed, looks: areas.looks || organisations.looks };
}

/**
 * Reads the posted form, checks it, and runs the act. A fault of the form or a refusal that belongs to it
 * comes back with what was typed; any other refusal becomes the error page of its status. A form that was sent to look
 * for an area or an organisation comes back with what was found, and is not taken.
 */
export async function runForm<Schema extends z.ZodType, Result>(
  args: RouteArgs,
  schema: Schema,
  act: (value: z.output<Schema>) => Promise<Result>,
) {
  const { locale, configuration } = contextOf(args);
  const { posted, typed, looks } = await readTyped(args);
  if (looks) return formFault({ ...typed, errors: {} }, 200);
  const parsed = parseForm(inPortalTime(posted, configuration.timeZone), schema, locale);
  if (!parsed.ok) return formFault({ ...parsed.form, ...typed });
  return refuseOnForm(args, typed, () => act(parsed.value));
}

/**
 * As `runForm`, for a form of which the act keeps what was typed before it judges it: the act answers what is wrong by
 * `refuse`.
 */
export async function runTyped<Result>(
  args: RouteArgs,
  act: (
    values: FormState['values'],
    refuse: (errors: FormState['errors']) => ReturnType<typeof formFault>,
  ) => Promise<Result>,
) {
  const { typed, looks } = await readTyped(args);
  if (looks) return formFault({ ...typed, errors: {} }, 200);
  const refuse = (errors: FormState['errors']) => formFault({ ...typed, errors });
  return refuseOnForm(args, typed, () => act(typed.values, refuse));
}

/**
 * Runs the act of a form that the action reads itself. What `runForm` does for refusals, without a schema:
 * pass the form to have what was typed come back.
 */
export async function runAction<Result>(args: RouteArgs, act: () => Promise<Result>, form = new FormData()) {
  const values = withoutSecrets(typedValues(form));
  noteTyped(args, values);
  return refuseOnForm(args, { values }, act);
}

async function refuseOnForm<Result>(
  args: RouteArgs,
  posted: Omit<FormState, 'errors'>,
  act: () => Promise<Result>,
) {
  const { locale } = contextOf(args);
  try {
    return await act();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal || refusal.code === 'not-found') throw asResponse(locale, error, typedInRequest(args));
    const errors = { [refusal.field ?? '']: [reasonText(locale, refusal)] };
    const signedOut = refusal.code === 'signed-out' ? { signedOut: true as const } : {};
    const saved = refusal.saved ? { saved: refusal.saved } : {};
    return formFault({ ...posted, errors, ...signedOut, ...saved }, errorStatus[refusal.code]);
  }
}

/**
 * Runs a read; a refusal becomes the error page of its status. Where it is of the page whose form was just posted, without
 * scripts, it comes with what was typed: the thing moved on while the form was open.
 */
export async function load<Result>(args: RouteArgs, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    // An action that looks at its matter before it takes the form.
    if (args.request.method === 'POST')
      noteTyped(args, withoutSecrets(typedValues(await readForm(args.request))));
    throw asResponse(contextOf(args).locale, error, typedInRequest(args));
  }
}

/** The header that lays a message for the next page. */
export async function flash(args: RouteArgs, message: string): Promise<string> {
  return layMessage(contextOf(args).configuration, message);
}
