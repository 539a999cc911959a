import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  CheckboxGroup,
  Field,
  Form,
  Notice,
  PageHeader,
  Section,
  Select,
  StatusBadge,
  Table,
  TextInput,
  Time,
} from '~/components/ui';
import { ownCertificates } from '~/domains/volunteering/certificates/certificate.query.server';
import { issueCertificate } from '~/domains/volunteering/certificates/issue-certificate.server';
import { certificateSchema } from '~/domains/volunteering/schema';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { certificates } from '~/i18n/certificates';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return { ...(await ownCertificates(ctx)), title: textIn(ctx.locale, certificates)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, certificateSchema, async (input) => {
    const id = await issueCertificate(ctx, input);
    const message = textIn(ctx.locale, certificates)('flash-issued');
    return redirect(paths.certificate(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Certificates() {
  const { organisations } = useLoaderData<typeof loader>();
  const t = useText(certificates);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Issued />
      <Section title={t('new')}>
        {organisations.length === 0 ? <Notice kind="info">{t('nothing')}</Notice> : <IssueForm />}
      </Section>
    </>
  );
}

function Issued() {
  const { certificates: rows } = useLoaderData<typeof loader>();
  const t = useText(certificates);
  return (
    <Table
      caption={t('title')}
      captionHidden
      empty={t('none')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: t('number'),
          cell: ({ id, number }) => <Link to={paths.certificate(id)}>{number}</Link>,
        },
        { key: 'organisation', header: t('organisation'), cell: ({ organisation }) => organisation },
        {
          key: 'hours',
          header: t('item-hours'),
          cell: ({ minutes }) => hoursOf(minutes),
          numeric: true,
        },
        {
          key: 'issued',
          header: t('issued'),
          cell: ({ issuedAt }) => <Time value={issuedAt} format="date" />,
        },
        {
          key: 'state',
          header: t('holds'),
          cell: ({ revokedAt }) => <Holds revoked={revokedAt !== null} />,
        },
      ]}
    />
  );
}

function Holds({ revoked }: { revoked: boolean }) {
  const t = useText(certificates);
  return <StatusBadge tone={revoked ? 'danger' : 'success'}>{t(revoked ? 'revoked' : 'holds')}</StatusBadge>;
}

function IssueForm() {
  const { organisations } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(certificates);
  return (
    <Form state={outcome?.form}>
      <Field name="organisationId" label={t('organisation')} required>
        <Select options={organisations} />
      </Field>
      <Field name="realName" label={t('real-name')} hint={t('optional-hint')}>
        <TextInput maxLength={40} autoComplete="name" />
      </Field>
      <Field name="idNumber" label={t('id-number')} hint={t('optional-hint')}>
        <TextInput maxLength={30} autoComplete="off" />
      </Field>
      <CheckboxGroup
        name="adds"
        label={t('adds')}
        hint={t('adds-hint')}
        choices={[
          { value: 'evaluations', label: t('evaluations') },
          { value: 'facts', label: t('adds-facts') },
        ]}
      />
      <CheckboxGroup
        name="shows"
        label={t('shows')}
        hint={t('shows-hint')}
        choices={[
          { value: 'name', label: t('shows-name') },
          { value: 'service', label: t('shows-service') },
        ]}
      />
      <Button>{t('issue')}</Button>
    </Form>
  );
}
