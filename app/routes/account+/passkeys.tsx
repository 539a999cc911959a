import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader, Section } from '~/components/ui';
import { AddPasskey, PasskeyList } from '~/components/account/passkey-list';
import { RecoveryCodes, SecondFactor } from '~/components/account/second-factor';
import {
  addPasskey,
  passkeysPage,
  removePasskey,
  renamePasskey,
  renewRecoveryCodes,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from '~/domains/identity/index.server';
import {
  addPasskeySchema,
  confirmedSchema,
  removePasskeySchema,
  renamePasskeySchema,
} from '~/domains/identity/passkeys/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { passkeys } from '~/i18n/passkeys';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return { ...(await passkeysPage(ctx)), title: textIn(ctx.locale, passkeys)('title') };
}

type Done = 'flash-added' | 'flash-renamed' | 'flash-removed' | 'flash-off';

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const { personId } = ctx.actor;
  const guarded = <Result,>(act: () => Promise<Result>) => args.context.attempts.guess(personId, act);
  const back = async (message: Done) => {
    const words = textIn(ctx.locale, passkeys)(message);
    return redirect(paths.passkeys, { headers: { 'Set-Cookie': await flash(args, words) } });
  };
  switch ((await readForm(args.request)).get('intent')) {
    case 'add':
      return runForm(args, addPasskeySchema, (input) =>
        guarded(() => addPasskey(ctx, input)).then(() => back('flash-added')),
      );
    case 'rename':
      return runForm(args, renamePasskeySchema, (input) =>
        renamePasskey(ctx, input).then(() => back('flash-renamed')),
      );
    case 'remove':
      return runForm(args, removePasskeySchema, (input) =>
        guarded(() => removePasskey(ctx, input)).then(() => back('flash-removed')),
      );
    default:
      return secondFactorAction(args, guarded, () => back('flash-off'));
  }
}

async function secondFactorAction(
  args: ActionFunctionArgs,
  guarded: <Result>(act: () => Promise<Result>) => Promise<Result>,
  off: () => Promise<Response>,
) {
  const ctx = requirePerson(args);
  const token = args.context.sessionToken ?? '';
  switch ((await readForm(args.request)).get('intent')) {
    case 'turn-on':
      return runForm(args, confirmedSchema, async ({ password }) => ({
        codes: await guarded(() => turnOnSecondFactor(ctx, { password, token })),
      }));
    case 'renew':
      return runForm(args, confirmedSchema, async ({ password }) => ({
        codes: await guarded(() => renewRecoveryCodes(ctx, password)),
      }));
    case 'turn-off':
      return runForm(args, confirmedSchema, ({ password }) =>
        guarded(() => turnOffSecondFactor(ctx, password)).then(off),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Passkeys() {
  const { title, passkeys: own, offered, secondFactorSince, codes } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(passkeys);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <div className="stack">
      <PageHeader title={title} lead={t('lead')} />
      {outcome && 'codes' in outcome && <RecoveryCodes codes={outcome.codes} />}
      <Section title={t('yours')}>
        <PasskeyList passkeys={own} state={state} />
      </Section>
      <Section title={t('add')}>{offered ? <AddPasskey state={state} /> : <p>{t('no-address')}</p>}</Section>
      <Section title={t('second-title')}>
        <SecondFactor since={secondFactorSince} codes={codes} ready={own.length > 0} state={state} />
      </Section>
    </div>
  );
}
