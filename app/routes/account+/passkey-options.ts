import type { ActionFunctionArgs } from '@remix-run/node';
import { askForSigningPasskey } from '~/domains/agreements/signing/sign-agreement.server';
import type { Context } from '~/domains/context';
import { DomainError } from '~/domains/domain-error';
import { askForNewPasskey, askForSecondFactor, askToSignIn } from '~/domains/identity/index.server';
import { askPasskeySchema } from '~/domains/identity/passkeys/schema';
import { contextOf } from '~/http/actor.server';
import { errorStatus } from '~/http/answers/error-status';
import { parseForm, readForm } from '~/http/forms/forms.server';
import { reasonText } from '~/i18n/reason-text';
import type { z } from 'zod';

type Asked = z.output<typeof askPasskeySchema>;

function optionsFor(args: ActionFunctionArgs, ctx: Context, asked: Asked) {
  switch (asked.purpose) {
    case 'sign-in':
      return askToSignIn(ctx);
    case 'second-factor':
      return askForSecondFactor(ctx, asked.half);
    case 'add': {
      const account = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
      return args.context.attempts.guess(account, () => askForNewPasskey(ctx, asked.password));
    }
    case 'sign-agreement':
      return askForSigningPasskey(ctx, asked.agreementId);
  }
}

/** What scripts ask for before they turn to the device: what it is to sign, or in words why not. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const ctx = contextOf(args);
  const parsed = parseForm(await readForm(args.request), askPasskeySchema, ctx.locale);
  if (!parsed.ok) {
    const [words = ''] = Object.values(parsed.form.errors).flat();
    return Response.json({ words }, { status: 400 });
  }
  try {
    const options = await optionsFor(args, ctx, parsed.value);
    return Response.json({ origin: new URL(ctx.configuration.publicUrl).origin, options });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return Response.json({ words: reasonText(ctx.locale, error) }, { status: errorStatus[error.code] });
  }
}
