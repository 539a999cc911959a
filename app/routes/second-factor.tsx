import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { SecondStep } from '~/components/account/second-step';
import { SendOn } from '~/components/account/send-on';
import { enterByCode, enterByMailedCode, enterByPasskey } from '~/domains/identity/index.server';
import { secondCodeSchema, secondPasskeySchema } from '~/domains/identity/passkeys/schema';
import { contextOf } from '~/http/actor.server';
import { readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { finishSignIn } from '~/http/signed-in.server';
import { textIn } from '~/i18n/catalogue';
import { passkeys } from '~/i18n/passkeys';

export function loader(args: LoaderFunctionArgs) {
  return { title: textIn(contextOf(args).locale, passkeys)('second-page') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  const { attempts } = args.context;
  const userAgent = args.request.headers.get('User-Agent') ?? '';
  switch ((await readForm(args.request)).get('intent')) {
    case 'passkey':
      return runForm(args, secondPasskeySchema, async ({ credential, half, ...onward }) => {
        const enter = () => enterByPasskey(ctx, { half, userAgent }, credential);
        return finishSignIn(args, await attempts.guess(null, enter), onward);
      });
    case 'code':
      return runForm(args, secondCodeSchema, async ({ code, half, ...onward }) => {
        const enter = () => enterByCode(ctx, { half, userAgent }, code);
        return finishSignIn(args, await attempts.guess(null, enter), onward);
      });
    case 'mailed':
      return runForm(args, secondCodeSchema, async ({ code, half, ...onward }) => {
        const enter = () => enterByMailedCode(ctx, { half, userAgent }, code);
        return finishSignIn(args, await attempts.guess(null, enter), onward);
      });
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

/** The second step of signing in; the first leads here, with what it has found in the page. */
export default function SecondFactor() {
  const outcome = useActionData<typeof action>();
  if (outcome && 'posted' in outcome) return <SendOn posted={outcome.posted} />;
  const values = outcome?.form?.values ?? {};
  return (
    <SecondStep
      half={text(values.half)}
      next={text(values.next) || paths.home}
      asks={text(values.asks) === 'mail' ? 'mail' : 'passkey'}
      posted={text(values.posted)}
      state={outcome?.form}
    />
  );
}
