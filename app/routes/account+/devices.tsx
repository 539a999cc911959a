import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button, Card, CardList, Form, PageHeader, Section, StatusBadge, Time } from '~/components/ui';
import {
  accountPage,
  endSession,
  ownSignIns,
  sessionKey,
  signOutElsewhere,
} from '~/domains/identity/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const [{ sessions }, signIns] = await Promise.all([accountPage(ctx, ctx.actor.personId), ownSignIns(ctx)]);
  const current = sessionKey(args.context.sessionToken ?? '');
  const title = textIn(ctx.locale, identity)('devices.title');
  return { sessions, current, signIns, title };
}

const schema = z.object({ intent: z.enum(['end', 'end-all']), key: z.string().max(100).default('') });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, schema, async ({ intent, key }) => {
    const { personId } = ctx.actor;
    if (intent === 'end') await endSession(ctx, personId, key);
    else await signOutElsewhere(ctx, personId, args.context.sessionToken ?? '');
    const message = textIn(ctx.locale, identity)('devices.ended');
    return redirect(paths.devices, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Devices() {
  const { sessions, current } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  return (
    <div className="stack">
      <PageHeader title={t('devices.title')} lead={t('devices.lead')} />
      <CardList>
        {sessions.map((session) => (
          <Card
            key={session.tokenHash}
            title={session.userAgent || t('devices.unknown')}
            badges={
              session.tokenHash === current && (
                <StatusBadge tone="success">{t('devices.current')}</StatusBadge>
              )
            }
            meta={
              <span>
                {t('devices.since')} <Time value={session.createdAt} />
              </span>
            }
            actions={
              session.tokenHash !== current && (
                <Form state={outcome?.form} intent="end" hidden={{ key: session.tokenHash }}>
                  <Button size="small" variant="secondary">
                    {t('devices.end')}
                  </Button>
                </Form>
              )
            }
          />
        ))}
      </CardList>
      {sessions.length > 1 && <EndAll />}
      <SignIns />
    </div>
  );
}

function EndAll() {
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  return (
    <Form state={outcome?.form} intent="end-all">
      <Button variant="danger">{t('devices.end-all')}</Button>
    </Form>
  );
}

/** Each time that somebody signed in, for who sees what they have not done. */
function SignIns() {
  const { signIns } = useLoaderData<typeof loader>();
  const t = useText(identity);
  if (signIns.length === 0) return null;
  return (
    <Section title={t('devices.sign-ins')}>
      <p>{t('devices.sign-ins-lead')}</p>
      <ul>
        {signIns.map(({ id, at, device }) => (
          <li key={id}>
            <Time value={at} /> · {device || t('devices.unknown')}
          </li>
        ))}
      </ul>
    </Section>
  );
}
