import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  CheckboxGroup,
  ConfirmForm,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Section,
} from '~/components/ui';
import { InLog } from '~/components/volunteering/certificate-in-log';
import { CertificateText } from '~/components/volunteering/certificate-text';
import { certificatePage } from '~/domains/volunteering/certificates/certificate.query.server';
import {
  changeShown,
  revokeCertificate,
} from '~/domains/volunteering/certificates/revoke-certificate.server';
import { cancelOpportunitySchema, shownSchema } from '~/domains/volunteering/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';
import { certificatePaths } from '~/paths-certificates';
import { qrSquares } from '~/platform/qr/qr-code.server';
import { textIn } from '~/i18n/catalogue';
import { certificates } from '~/i18n/certificates';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => certificatePage(ctx, args.params.id ?? ''));
  return { ...page, qr: qrSquares(page.checkUrl), title: textIn(ctx.locale, certificates)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, certificates);
  const back = async (message: string) =>
    redirect(paths.certificate(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'revoke':
      return runForm(args, cancelOpportunitySchema, ({ reason }) =>
        revokeCertificate(ctx, id, reason).then(() => back(t('flash-revoked'))),
      );
    case 'shows':
      return runForm(args, shownSchema, ({ shows }) =>
        changeShown(ctx, id, shows).then(() => back(t('flash-shown'))),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** The certificate for screen and paper: what is for the person alone is left out when it is printed. */
export default function Certificate() {
  const { certificate, content, checkUrl, qr, changed, inLog } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const t = useText(certificates);
  return (
    <div className="stack">
      <PageHeader title={t('title')} />
      {certificate.revokedAt && (
        <Notice kind="error">{t('revoked-because', { reason: certificate.revokedReason ?? '' })}</Notice>
      )}
      {changed && !certificate.revokedAt && <Notice kind="warning">{t('changed')}</Notice>}
      {inLog?.altered && <Notice kind="error">{t('check-altered')}</Notice>}
      <CertificateText certificate={certificate} content={content} checkUrl={checkUrl} qr={qr} />
      {inLog && (
        <InLog
          inLog={inLog}
          proof={certificatePaths.proof(certificate.number, content.code)}
          file={certificatePaths.file(certificate.id)}
        />
      )}
      <ForItsPerson state={state} />
    </div>
  );
}

/** What others may see of it, and taking it back. */
function ForItsPerson({ state }: { state: FormState | undefined }) {
  const { certificate } = useLoaderData<typeof loader>();
  const t = useText(certificates);
  return (
    <div className="stack no-print">
      <p>{t('print-hint')}</p>
      <p>
        <LinkButton to={paths.certificatePdf(certificate.id)} reloadDocument>
          {t('as-pdf')}
        </LinkButton>
      </p>
      {!certificate.revokedAt && (
        <Section title={t('shows')}>
          <Form intent="shows" state={state} initial={{ shows: certificate.shows }}>
            <CheckboxGroup
              name="shows"
              label={t('shows')}
              hint={t('shows-hint')}
              choices={[
                { value: 'name', label: t('shows-name') },
                { value: 'service', label: t('shows-service') },
              ]}
            />
            <Button variant="secondary">{t('save')}</Button>
          </Form>
          <ConfirmForm
            intent="revoke"
            state={state}
            trigger={t('revoke')}
            title={t('revoke-title')}
            description={<p>{t('revoke-hint')}</p>}
            variant="quiet"
            danger
            reason={t('reason')}
          />
        </Section>
      )}
    </div>
  );
}
