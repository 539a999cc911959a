import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NoticeDevices } from '~/components/account/notices/notice-devices';
import { WaysForm } from '~/components/account/notices/ways-form';
import { PageHeader } from '~/components/ui';
import { sessionKey } from '~/domains/identity/index.server';
import {
  addDevice,
  chooseWays,
  deviceName,
  deviceSchema,
  ownDevices,
  ownWays,
  removeDevice,
  vapidPair,
  waysSchema,
} from '~/domains/notifications/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { noticeWays } from '~/i18n/notice-ways';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const [ways, devices, { publicKey }] = await Promise.all([ownWays(ctx), ownDevices(ctx), vapidPair(ctx)]);
  return { ways, devices, publicKey, title: textIn(ctx.locale, noticeWays)('title') };
}

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add-device'), ...deviceSchema.shape }),
  z.object({ intent: z.literal('remove-device'), id: z.string().max(26) }),
]);

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, noticeWays);
  const back = async (message: string) =>
    redirect(paths.noticeTopics, { headers: { 'Set-Cookie': await flash(args, message) } });
  const form = await readForm(args.request);
  if (form.get('intent') === 'ways')
    return runForm(args, waysSchema, async (ways) => {
      await chooseWays(ctx, ways);
      return back(t('saved'));
    });
  return runForm(args, formSchema, async (given) => {
    if (given.intent === 'remove-device') {
      await removeDevice(ctx, given.id);
      return back(t('device-removed'));
    }
    const { endpoint, p256dh, auth } = given;
    const name = deviceName(args.request.headers.get('User-Agent') ?? '');
    await addDevice(ctx, {
      ...{ endpoint, p256dh, auth, name },
      sessionKey: sessionKey(args.context.sessionToken ?? ''),
    });
    return back(t('device-added'));
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Notices() {
  const { ways, devices, publicKey, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(noticeWays);
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('lead')} />
      <WaysForm ways={ways} state={state} />
      <NoticeDevices devices={devices} publicKey={publicKey} state={state} />
    </div>
  );
}
