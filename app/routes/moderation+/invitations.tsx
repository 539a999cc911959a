import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  ConfirmForm,
  Field,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Table,
  TextInput,
  Time,
} from '~/components/ui';
import { roles } from '~/domains/actor';
import {
  administeredAreas,
  inviteToRole,
  invitationsMade,
  revokeInvitation,
} from '~/domains/identity/index.server';
import { invitationSchema, inviteToRoleSchema } from '~/domains/identity/schema';
import { areaChoices, areaNames } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { invitations } from '~/i18n/invitations';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const made = await load(args, () => invitationsMade(ctx));
  const [names, areas] = await Promise.all([
    areaNames(
      ctx,
      made.map(({ areaId }) => areaId),
    ),
    areaChoices(ctx, { scope: administeredAreas(ctx) }),
  ]);
  return { made, names, areas, title: textIn(ctx.locale, invitations)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  if ((await readForm(args.request)).get('intent') === 'revoke')
    return runForm(args, invitationSchema, async (input) => {
      await revokeInvitation(ctx, input);
      const message = textIn(ctx.locale, invitations)('flash-revoked');
      return redirect(paths.roleInvitations, { headers: { 'Set-Cookie': await flash(args, message) } });
    });
  return runForm(args, inviteToRoleSchema, async (input) => {
    const { secret } = await inviteToRole(ctx, input);
    return { link: ctx.configuration.publicUrl + paths.invitation(secret), forWhom: input.forWhom };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Invitations() {
  const { title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(invitations);
  const made = outcome && 'link' in outcome ? outcome : null;
  return (
    <>
      <PageHeader
        above={<Link to={paths.roles}>{t('roles')}</Link>}
        title={title}
        lead={t('lead')}
        actions={
          <LinkButton to={paths.invitationList} variant="secondary">
            {t('list-link')}
          </LinkButton>
        }
      />
      {made && (
        <Notice kind="success" title={t('made', { forWhom: made.forWhom })}>
          <p>{t('shown-once')}</p>
          <p>
            <code className="shown-secret">{made.link}</code>
          </p>
        </Notice>
      )}
      <Made />
      <Invite />
    </>
  );
}

function Made() {
  const { made, names } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useText(invitations);
  const m = useText(moderation);
  return (
    <Table
      caption={t('caption')}
      rows={made}
      rowKey={(row) => row.id}
      empty={t('none')}
      columns={[
        { key: 'whom', header: t('for-whom'), cell: (row) => row.forWhom },
        { key: 'role', header: t('role'), cell: (row) => m(`role.${row.role}`) },
        { key: 'area', header: t('area'), cell: (row) => names[row.areaId] },
        { key: 'by', header: t('by'), cell: (row) => row.invitedBy },
        { key: 'until', header: t('until'), cell: (row) => <Time value={row.expiresAt} /> },
        {
          key: 'state',
          header: t('state'),
          cell: (row) =>
            row.state === 'open' ? (
              <ConfirmForm
                intent="revoke"
                hidden={{ id: row.id }}
                state={state && 'form' in state ? state.form : undefined}
                size="small"
                danger
                trigger={t('revoke')}
                title={t('revoke-title', { forWhom: row.forWhom })}
              />
            ) : (
              `${t(`state.${row.state}`)} ${row.takenBy}`
            ),
        },
      ]}
    />
  );
}

function Invite() {
  const { areas } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(invitations);
  const m = useText(moderation);
  return (
    <Section title={t('invite')}>
      <Form
        state={outcome && 'form' in outcome ? outcome.form : undefined}
        intent="invite"
        initial={{ days: '7' }}
      >
        <Field name="forWhom" label={t('for-whom')} hint={t('for-whom-hint')} required>
          <TextInput maxLength={60} autoComplete="off" />
        </Field>
        <RadioGroup
          name="role"
          label={t('role')}
          choices={roles.map((role) => ({
            ...{ value: role, label: m(`role.${role}`), hint: m(`role-hint.${role}`) },
          }))}
          required
        />
        <AreaField name="areaId" label={t('area')} required areas={areas} />
        <Field name="days" label={t('days')} required>
          <TextInput type="number" min={1} max={30} />
        </Field>
        <Button>{t('submit')}</Button>
      </Form>
    </Section>
  );
}
