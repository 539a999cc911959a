import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { OwnAddress } from '~/components/account/own-address';
import {
  AreaField,
  Button,
  ConfirmForm,
  DescriptionList,
  Field,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  TextArea,
  TextInput,
} from '~/components/ui';
import { MailLanguage } from '~/components/account/mail-language';
import { PhoneInList } from '~/components/account/phone-in-list';
import { RealNameInList } from '~/components/account/real-name-in-list';
import { OwnSanctions } from '~/components/account/own-sanctions';
import { ownSanctions } from '~/domains/moderation/index.server';
import { accountPage, changeProfile, confirmOwnPassword } from '~/domains/identity/index.server';
import { erasePerson } from '~/domains/own-data.server';
import { eraseSchema, profileSchema } from '~/domains/identity/schema';
import { invitationsFor } from '~/domains/organisations/index.server';
import { areaChoices, areaNames } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { forgetSession } from '~/http/guards/cookies.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { phones } from '~/i18n/phones';
import { realName } from '~/i18n/real-name';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { memberships, personId } = ctx.actor;
  const [{ person, revision, verification, phone, hasRealName }, areas, { invitations, offers }, sanctions] =
    await Promise.all([
      accountPage(ctx, personId),
      areaChoices(ctx, { chosen: [ctx.actor.homeAreaId] }),
      invitationsFor(ctx),
      ownSanctions(ctx),
    ]);
  const asking = [...invitations, ...offers].map(({ organisation }) => organisation);
  const names = person.residenceAreaId ? await areaNames(ctx, [person.residenceAreaId]) : {};
  const residence = person.residenceAreaId ? (names[person.residenceAreaId] ?? '') : null;
  const title = textIn(ctx.locale, identity)('account.title');
  const standing = { person, phone, hasRealName, revision, verification, residence };
  return { ...standing, areas, memberships, asking, sanctions, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const { personId } = ctx.actor;
  const t = textIn(ctx.locale, identity);
  const form = await readForm(args.request);
  if (form.get('intent') === 'erase') {
    return runForm(args, eraseSchema, async ({ password }) => {
      await args.context.attempts.guess(personId, () => confirmOwnPassword(ctx, password));
      await erasePerson(ctx, personId);
      const headers = await forgetSession(ctx.configuration, await flash(args, t('account.erased')));
      return redirect(paths.home, { headers });
    });
  }
  return runForm(args, profileSchema, async (profile) => {
    await changeProfile(ctx, personId, profile);
    return redirect(paths.account, { headers: { 'Set-Cookie': await flash(args, t('account.saved')) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Account() {
  const { title, sanctions } = useLoaderData<typeof loader>();
  const t = useText(identity);
  return (
    <div className="stack">
      <PageHeader title={title} />
      <Standing />
      <OwnSanctions own={sanctions} />
      <Section title={t('account.profile')}>
        <Profile />
      </Section>
      <LinkButton variant="secondary" to={paths.noticeTopics}>
        {t('account.how-told')}
      </LinkButton>
      <Section title={t('account.organisations')}>
        <Organisations />
      </Section>
      <Section title={t('account.security')}>
        <div className="form-actions">
          <LinkButton variant="secondary" to={paths.password}>
            {t('account.change-password')}
          </LinkButton>
          <LinkButton variant="secondary" to={paths.passkeys}>
            {t('account.passkeys')}
          </LinkButton>
          <LinkButton variant="secondary" to={paths.devices}>
            {t('account.devices')}
          </LinkButton>
        </div>
      </Section>
      <Section title={t('account.data')}>
        <OwnData />
      </Section>
    </div>
  );
}

function Standing() {
  const { person, phone, hasRealName, verification, residence } = useLoaderData<typeof loader>();
  const t = useText(identity);
  const p = useText(phones);
  const r = useText(realName);
  const waiting = verification?.state === 'waiting';
  const refused =
    verification?.state === 'refused' && t('account.refused', { reason: verification.reason ?? '' });
  return (
    <DescriptionList
      items={[
        {
          label: t('account.email'),
          value: <OwnAddress email={person.email} />,
        },
        { label: p('in-list'), value: <PhoneInList shown={phone} /> },
        { label: r('in-list'), value: <RealNameInList isConfirmed={hasRealName} /> },
        {
          label: t('account.voting'),
          value: (
            <>
              {residence !== null && <div>{t('account.verified', { area: residence })}</div>}
              {waiting && <div>{t('account.waiting')}</div>}
              {refused && <div>{refused}</div>}
              {residence === null && !waiting && <div>{t('account.unverified')}</div>}
              {!waiting && (
                <Link className="inline-block py-1" to={paths.residence}>
                  {t(residence === null ? 'account.verify' : 'account.verify-again')}
                </Link>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function Profile() {
  const { person, areas, revision } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  const initial = {
    displayName: person.displayName,
    about: person.about ?? '',
    homeAreaId: person.homeAreaId ?? '',
    locale: person.locale,
  };
  return (
    <Form state={outcome?.form} initial={initial} revision={revision} intent="profile">
      <Field name="displayName" label={t('display-name')} hint={t('display-name-hint')} required>
        <TextInput autoComplete="nickname" />
      </Field>
      <Field name="about" label={t('account.about')}>
        <TextArea rows={3} maximum={500} />
      </Field>
      <AreaField
        name="homeAreaId"
        label={t('account.home-area')}
        hint={t('account.home-area-hint')}
        areas={areas}
      />
      <MailLanguage />
      <div className="form-actions">
        <Button>{t('account.save')}</Button>
      </div>
    </Form>
  );
}

function Organisations() {
  const { memberships, asking } = useLoaderData<typeof loader>();
  const t = useText(identity);
  return (
    <>
      {asking.length > 0 && (
        <Notice kind="info">
          <p>{t('account.invitations')}</p>
          <ul>
            {asking.map(({ id, name }) => (
              <li key={id}>
                <Link to={paths.organisation(id)}>{name}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {memberships.length === 0 && <p>{t('account.no-organisations')}</p>}
      <ul>
        {memberships.map((membership) => (
          <li key={membership.organisationId}>
            <Link to={paths.organisation(membership.organisationId)}>{membership.name}</Link>{' '}
            {t(`mandate.${membership.mandate}`)} {!membership.verified && `(${t('unverified')})`}
          </li>
        ))}
      </ul>
      <div className="form-actions">
        {memberships.length > 0 && (
          <LinkButton variant="secondary" to={paths.actFor}>
            {t('account.act-for')}
          </LinkButton>
        )}
        <LinkButton variant="secondary" to={paths.newOrganisation}>
          {t('account.register-organisation')}
        </LinkButton>
      </div>
    </>
  );
}

function OwnData() {
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  return (
    <>
      <p>{t('account.export-hint')}</p>
      <div className="form-actions">
        <LinkButton variant="secondary" to={paths.heldData}>
          {t('account.held')}
        </LinkButton>
        <LinkButton variant="secondary" to={paths.ownData} reloadDocument>
          {t('account.export')}
        </LinkButton>
        <ConfirmForm
          state={outcome?.form}
          intent="erase"
          trigger={t('account.erase')}
          title={t('account.erase-title')}
          description={<p>{t('account.erase-hint')}</p>}
          confirm={t('account.erase')}
          danger
        >
          <Field name="password" label={t('current-password')} required>
            <TextInput type="password" autoComplete="current-password" />
          </Field>
        </ConfirmForm>
      </div>
    </>
  );
}
