import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton, PageHeader, Section, Time } from '~/components/ui';
import { summaryVersions } from '~/domains/deliberation/index.server';
import { ensureMatterReadable } from '~/domains/insights/readable-matter.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { pathOfSubject } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const subject = { kind: args.params.kind ?? '', id: args.params.id ?? '' };
  return load(args, async () => {
    await ensureMatterReadable(ctx, subject);
    const versions = await summaryVersions(ctx, subject);
    const title = textIn(ctx.locale, deliberation)('summary-versions-title');
    return { path: `${pathOfSubject(subject.kind, subject.id)}#comments`, versions, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function SummaryVersions() {
  const { path, versions, title } = useLoaderData<typeof loader>();
  const t = useText(deliberation);
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <LinkButton variant="secondary" to={path}>
            {t('back')}
          </LinkButton>
        }
      />
      {versions.map((version) => (
        <Section key={version.version} title={t('version', { number: version.version })}>
          <p>
            {version.writtenBy} · <Time value={version.writtenAt} />
          </p>
          <div className="difference">{version.body || t('version-removed')}</div>
        </Section>
      ))}
    </>
  );
}
