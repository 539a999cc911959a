import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AboveAdministration } from '~/components/administration/above';
import { ProfileFields } from '~/components/pages/profile-fields';
import { Button, Form, PageHeader, Section, Table, Time } from '~/components/ui';
import { storePicture } from '~/domains/files/index.server';
import { profileDesk, saveProfile } from '~/domains/pages/index.server';
import { longestLogoEdge, profileSchema } from '~/domains/pages/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { readUploads } from '~/http/forms/uploads.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { portalProfile } from '~/i18n/portal-profile';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const desk = await load(args, () => profileDesk(ctx));
  return { ...desk, title: textIn(ctx.locale, portalProfile)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  return runForm(args, profileSchema, async ({ revision, reason, withoutLogo, ...fields }) => {
    // Whoever may not change the portal leaves no picture behind.
    await profileDesk(ctx);
    const [logo] = await readUploads(form, 'pictures');
    const logoId = logo ? await storePicture(ctx, logo, { longestEdge: longestLogoEdge }) : null;
    await saveProfile(ctx, { fields, revision, reason, withoutLogo, logoId });
    const message = textIn(ctx.locale, portalProfile)('flash');
    return redirect(paths.portalProfile, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function PortalProfile() {
  const { fields, version, logo, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(portalProfile);
  return (
    <>
      <PageHeader above={<AboveAdministration />} title={title} lead={t('lead')} />
      <Form
        // What was chosen and saved is not chosen any more.
        key={version}
        state={outcome && 'form' in outcome ? outcome.form : undefined}
        initial={{ ...fields, reason: '' }}
        revision={String(version)}
        files
      >
        <ProfileFields hasLogo={logo !== null} />
        <Button>{t('save')}</Button>
      </Form>
      <Changes />
    </>
  );
}

function Changes() {
  const { changes } = useLoaderData<typeof loader>();
  const t = useText(portalProfile);
  if (changes.length === 0) return null;
  return (
    <Section title={t('changes')}>
      <Table
        caption={t('changes')}
        captionHidden
        rows={changes}
        rowKey={(row) => String(row.version)}
        columns={[
          { key: 'version', header: t('version'), cell: (row) => row.version },
          { key: 'when', header: t('when'), cell: (row) => <Time value={row.createdAt} /> },
          { key: 'by', header: t('by'), cell: (row) => row.by },
          { key: 'reason', header: t('reason'), cell: (row) => row.reason },
        ]}
      />
    </Section>
  );
}
