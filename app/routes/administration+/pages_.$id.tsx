import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { PageFields } from '~/components/pages/page-fields';
import { PageVersions } from '~/components/pages/page-versions';
import { Button, ConfirmForm, Form, Notice, PageHeader, Section, StatusBadge } from '~/components/ui';
import {
  pageAtDesk,
  publishPage,
  savePage,
  withdrawGuide,
  withdrawVersion,
} from '~/domains/pages/index.server';
import {
  publishPageSchema,
  savePageSchema,
  withdrawGuideSchema,
  withdrawVersionSchema,
} from '~/domains/pages/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { portalPages } from '~/i18n/portal-pages';
import { useText } from '~/i18n/use-text';
import { versionAsked } from '~/lib/version-asked';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const asked = versionAsked(args.request.url) ?? null;
  const page = await load(args, () => pageAtDesk(ctx, args.params.id ?? '', asked ?? undefined));
  const { titleChinese, titleEnglish } = page.fields;
  const title = ctx.locale === 'en' && titleEnglish !== '' ? titleEnglish : titleChinese;
  return { ...page, asked, title: title || page.id };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, portalPages);
  const back = async (message: string) =>
    redirect(paths.editPage(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  const intent = (await readForm(args.request)).get('intent');
  if (intent === 'publish')
    return runForm(args, publishPageSchema, (input) =>
      publishPage(ctx, id, input).then(() => back(t('published-flash'))),
    );
  if (intent === 'withdraw')
    return runForm(args, withdrawGuideSchema, (input) =>
      withdrawGuide(ctx, id, input).then(() => back(t('withdrawn-flash'))),
    );
  if (intent === 'withdraw-version')
    return runForm(args, withdrawVersionSchema, (input) =>
      withdrawVersion(ctx, id, input).then(() => back(t('version-withdrawn-flash'))),
    );
  return runForm(args, savePageSchema, (input) =>
    savePage(ctx, id, input).then(() => back(t('saved-flash'))),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function PageAtDesk() {
  const { id, title, fields, version, standing, asked, mayPublish } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const t = useText(portalPages);
  return (
    <>
      <PageHeader
        above={<Link to={paths.pagesDesk}>{t('desk')}</Link>}
        title={title}
        badges={<StatusBadge>{t(`standing.${standing}`)}</StatusBadge>}
        lead={
          (standing === 'brought' || standing.includes('published')) && (
            <Link to={paths.page(id)}>{t('published')}</Link>
          )
        }
      />
      {standing === 'brought' && <Notice>{t('brought')}</Notice>}
      {asked !== null && <Notice>{t('from-version', { number: asked })}</Notice>}
      <Publishing state={state} />
      {!mayPublish.allowed && <p className="field-hint">{t('publish-tops')}</p>}
      <Section title={t('edit')}>
        <Form
          key={asked}
          intent="save"
          state={state}
          initial={{ ...fields, reason: '' }}
          revision={String(version)}
        >
          <PageFields />
          <Button>{t('save')}</Button>
        </Form>
      </Section>
      <Versions />
    </>
  );
}

type FormOf = NonNullable<Parameters<typeof Form>[0]['state']> | undefined;

/** What those who administer the whole portal do with the newest version, and with a guide. */
function Publishing({ state }: { state: FormOf }) {
  const { version, versions, publishedVersion, mayPublish, mayWithdraw } = useLoaderData<typeof loader>();
  const [newest] = versions;
  const t = useText(portalPages);
  if (!mayPublish.allowed) return null;
  return (
    <div className="form-actions">
      {version > 0 && version !== publishedVersion && !newest?.withdrawnAt && (
        <ConfirmForm
          intent="publish"
          variant="primary"
          hidden={{ version: String(version) }}
          state={state}
          trigger={t('publish')}
          title={t('publish-title', { number: version })}
          description={<p>{t('publish-hint')}</p>}
        />
      )}
      {mayWithdraw && (
        <ConfirmForm
          intent="withdraw"
          state={state}
          danger
          trigger={t('withdraw')}
          title={t('withdraw-title')}
          description={<p>{t('withdraw-hint')}</p>}
          reason={t('withdraw-reason')}
          reasonMaximum={300}
        />
      )}
    </div>
  );
}

function Versions() {
  const { id, versions, publishedVersion, mayPublish } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const t = useText(portalPages);
  if (versions.length === 0) return null;
  return (
    <Section title={t('versions')}>
      <PageVersions {...{ id, versions, publishedVersion, state }} mayPublish={mayPublish.allowed} />
    </Section>
  );
}
