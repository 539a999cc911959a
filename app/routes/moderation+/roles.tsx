import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  ConfirmForm,
  Field,
  Form,
  LinkButton,
  PageHeader,
  RadioGroup,
  Section,
  Table,
  TextInput,
  Time,
} from '~/components/ui';
import { roles } from '~/domains/actor';
import { administeredAreas, grantRole, revokeRole, rolesHeld } from '~/domains/identity/index.server';
import { grantRoleSchema, revokeRoleSchema } from '~/domains/identity/schema';
import { areaChoices, areaNames } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { invitations } from '~/i18n/invitations';
import { moderation } from '~/i18n/moderation';
import { moderationLog } from '~/i18n/moderation-log';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const held = await load(args, () => rolesHeld(ctx));
  const [names, areas] = await Promise.all([
    areaNames(
      ctx,
      held.map(({ areaId }) => areaId),
    ),
    areaChoices(ctx, { scope: administeredAreas(ctx) }),
  ]);
  return { held, names, areas, title: textIn(ctx.locale, moderation)('roles-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const done = async (key: 'flash-granted' | 'flash-revoked') => {
    const message = textIn(ctx.locale, moderation)(key);
    return redirect(paths.roles, { headers: { 'Set-Cookie': await flash(args, message) } });
  };
  if ((await readForm(args.request)).get('intent') === 'revoke')
    return runForm(args, revokeRoleSchema, async (input) => {
      await revokeRole(ctx, input);
      return done('flash-revoked');
    });
  return runForm(args, grantRoleSchema, async (input) => {
    await grantRole(ctx, input);
    return done('flash-granted');
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Roles() {
  const { held, names } = useLoaderData<typeof loader>();
  const t = useText(moderation);
  const ofLog = useText(moderationLog);
  const i = useText(invitations);
  return (
    <>
      <PageHeader
        title={t('roles-title')}
        lead={t('roles-lead')}
        actions={
          <LinkButton variant="secondary" to={paths.roleInvitations}>
            {i('title')}
          </LinkButton>
        }
      />
      <Table
        caption={t('roles-held')}
        rows={held}
        rowKey={(row) => row.id}
        empty={t('roles-empty')}
        columns={[
          { key: 'name', header: t('roles-person'), cell: (row) => `${row.name} (${row.email})` },
          { key: 'role', header: t('roles-role'), cell: (row) => t(`role.${row.role}`) },
          { key: 'area', header: ofLog('log-area'), cell: (row) => names[row.areaId] },
          { key: 'since', header: t('roles-since'), cell: (row) => <Time value={row.since} /> },
          {
            key: 'revoke',
            header: t('roles-revoke'),
            cell: (row) => row.mayRevoke && <RevokeForm {...row} />,
          },
        ]}
      />
      <GrantForm />
    </>
  );
}

function RevokeForm({ id, name }: { id: string; name: string }) {
  const state = useActionData<typeof action>()?.form;
  const t = useText(moderation);
  return (
    <ConfirmForm
      intent="revoke"
      hidden={{ id: id }}
      state={state}
      trigger={t('roles-revoke')}
      title={t('roles-revoke-title', { name: name })}
      size="small"
      danger
      reason={t('roles-reason')}
    />
  );
}

function GrantForm() {
  const { areas } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(moderation);
  const ofLog = useText(moderationLog);
  return (
    <Section title={t('roles-grant')}>
      <Form state={state} intent="grant">
        <Field name="email" label={t('roles-email')} hint={t('roles-email-hint')} required>
          <TextInput type="email" autoComplete="off" />
        </Field>
        <RadioGroup
          name="role"
          label={t('roles-role')}
          choices={roles.map((role) => ({
            value: role,
            label: t(`role.${role}`),
            hint: t(`role-hint.${role}`),
          }))}
          required
        />
        <AreaField name="areaId" label={ofLog('log-area')} required areas={areas} />
        <Button>{t('roles-grant')}</Button>
      </Form>
    </Section>
  );
}
