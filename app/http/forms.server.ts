import { data } from '@remix-run/node';
import type { z } from 'zod';
import { contextOf } from './actor.server';
import type { RouteArgs } from './actor.server';
import { errorStatus } from './error-status';
import { flashCookie } from './cookies.server';
import { DomainError } from '~/domains/domain-error';
import { hasKey, textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import type { FormState } from '~/lib/form-state';
import { reasons } from '~/i18n/reasons';
import { validation } from '~/i18n/validation';

/** The form as an object: a field given several times becomes a list; files are left out. */
export function typedValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value): value is string => typeof value === 'string');
    const [first] = texts;
    if (first === undefined) continue;
    values[name] = texts.length > 1 ? texts : first.replaceAll('\r\n', '\n');
  }
  return values;
}

const secretFields = ['password', 'newPassword'];

function withoutSecrets(values: FormState['values']): FormState['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secretFields.includes(name)));
}

/** The text for one fault that the schema found. */
function faultText(locale: Locale, issue: z.core.$ZodIssue): string {
  const t = textIn(locale, validation);
  if (issue.code === 'too_small') {
    if (issue.origin === 'string')
      return Number(issue.minimum) <= 1 ? t('required') : t('too-short', { minimum: Number(issue.minimum) });
    return issue.origin === 'array'
      ? t('too-few', { minimum: Number(issue.minimum) })
      : t('too-small', { minimum: Number(issue.minimum) });
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? t('too-long', { maximum: Number(issue.maximum) })
      : t('too-big', { maximum: Number(issue.maximum) });
  }
  if (issue.code === 'invalid_format')
    return t(
      issue.format === 'email'
        ? 'not-mail-address'
        : issue.format === 'datetime'
          ? 'not-a-time'
          : 'wrong-form',
    );
  if (issue.code === 'invalid_value') return t('not-a-choice');
  if (issue.code === 'custom' && hasKey(validation, issue.message)) return t(issue.message);
  return t(issue.code === 'invalid_type' && issue.input === undefined ? 'required' : 'wrong-form');
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
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    (errors[field] ??= []).push(faultText(locale, issue));
  }
  return { ok: false, form: { values: withoutSecrets(values), errors } };
}

/** The words for a use case's refusal in the reader's language. */
export function reasonText(locale: Locale, error: DomainError): string {
  const t = textIn(locale, reasons);
  if (error.reason && hasKey(reasons, error.reason)) return t(error.reason, error.params);
  return t(error.code);
}

/** Answers with the form as typed and its faults, with status 400 unless told. */
export function formFault(form: FormState, status = 400) {
  return data({ form }, { status });
}

/**
 * Reads the posted form, checks it, and runs the act. A fault of the form or a refusal that belongs to it
 * comes back with what was typed; any other refusal becomes the error page of its status.
 */
export async function runForm<Schema extends z.ZodType, Result>(
  args: RouteArgs,
  schema: Schema,
  act: (value: z.output<Schema>) => Promise<Result>,
) {
  const { locale } = contextOf(args);
  const posted = await args.request.clone().formData();
  const parsed = parseForm(posted, schema, locale);
  if (!parsed.ok) return formFault(parsed.form);
  try {
    return await act(parsed.value);
  } catch (error) {
    if (!isDomainError(error) || error.code === 'not-found' || error.code === 'signed-out')
      throw asResponse(locale, error);
    const values = withoutSecrets(typedValues(posted));
    return formFault(
      { values, errors: { [error.field ?? '']: [reasonText(locale, error)] } },
      errorStatus[error.code],
    );
  }
}

function isDomainError(error: unknown): error is DomainError {
  return error instanceof DomainError || (error instanceof Error && error.name === 'DomainError');
}

function asResponse(locale: Locale, error: unknown): unknown {
  if (!isDomainError(error)) return error;
  return data({ reason: reasonText(locale, error) }, { status: errorStatus[error.code] });
}

/** Runs a read; a refusal becomes the error page of its status. */
export async function load<Result>(args: RouteArgs, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw asResponse(contextOf(args).locale, error);
  }
}

/** The header that lays a message for the next page. */
export async function flash(args: RouteArgs, message: string): Promise<string> {
  return flashCookie(contextOf(args).configuration).serialize(message);
}
