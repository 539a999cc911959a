import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, PageHeader, RadioGroup } from '~/components/ui';
import { chooseOrganisation } from '~/domains/identity/index.server';
import { mayActFor } from '~/domains/identity/policy';
import { actForSchema } from '~/domains/identity/schema';
import { requirePerson, safeNext } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

const myself = 'myself';

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { memberships, actingFor, displayName } = ctx.actor;
  const title = textIn(ctx.locale, identity)('act-for.title');
  const offered = memberships.map((member) => ({ ...member, mayAct: mayActFor(member).allowed }));
  // Whoever comes from what waits for an organisation finds it chosen, and goes on from here.
  const asked = new URL(args.request.url).searchParams.get('for');
  const wanted = offered.find((member) => member.mayAct && member.organisationId === asked);
  const acting = wanted?.organisationId ?? actingFor?.organisationId ?? myself;
  return { memberships: offered, acting, wanted: wanted?.name ?? null, displayName, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, identity);
  return runForm(args, actForSchema, async ({ organisationId }) => {
    const chosen = organisationId === myself ? null : organisationId;
    await chooseOrganisation(ctx, args.context.sessionToken ?? '', chosen);
    const name = ctx.actor.memberships.find((member) => member.organisationId === chosen)?.name;
    const message = name ? t('act-for.flash', { name }) : t('act-for.flash-myself');
    const next = new URL(args.request.url).searchParams.get('next');
    return redirect(safeNext(next, paths.home), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ActFor() {
  const { memberships, acting, wanted, displayName } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  const choices = memberships.map((member) => ({
    value: member.organisationId,
    label: member.name,
    hint: `${t(`mandate.${member.mandate}`)}${member.verified ? '' : ` · ${t(member.inactive ? 'deactivated' : 'unverified')}`}`,
    disabled: !member.mayAct,
  }));
  return (
    <div className="narrow stack">
      <PageHeader
        title={t('act-for.title')}
        lead={wanted === null ? t('act-for.lead') : t('act-for.wanted', { name: wanted })}
      />
      <Form state={outcome?.form} initial={{ organisationId: acting }}>
        <RadioGroup
          name="organisationId"
          label={t('act-for.title')}
          choices={[{ value: myself, label: t('act-for.myself', { name: displayName }) }, ...choices]}
        />
        <Button>{t('act-for.submit')}</Button>
      </Form>
    </div>
  );
}
