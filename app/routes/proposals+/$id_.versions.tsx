import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton, PageHeader, Section, Time } from '~/components/ui';
import { proposalVersions } from '~/domains/proposals/proposal-page.query.server';
import { difference } from '~/domains/proposals/rules/difference';
import type { DifferencePart } from '~/domains/proposals/rules/difference';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/http/paths';
import { textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => proposalVersions(ctx, id));
  const versions = page.versions.map((version, index) => {
    const earlier = page.versions[index + 1];
    const changes = earlier && {
      title: difference(earlier.title, version.title),
      body: difference(earlier.body, version.body),
    };
    return {
      number: version.version,
      createdAt: version.createdAt,
      body: version.body,
      changes: changes ?? null,
    };
  });
  const title = textIn(ctx.locale, proposals)('versions');
  return data({ id, name: page.title, versions, title }, { headers: { 'X-Cache-Topics': 'proposals' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Versions() {
  const { id, name, versions } = useLoaderData<typeof loader>();
  const t = useText(proposals);
  return (
    <>
      <PageHeader
        title={t('versions')}
        lead={t('versions-lead', { title: name })}
        actions={
          <LinkButton variant="secondary" to={paths.proposal(id)}>
            {t('back-to-proposal')}
          </LinkButton>
        }
      />
      {versions.map((version) => (
        <Section key={version.number} title={t('version', { number: version.number })}>
          <p>
            <Time value={version.createdAt} /> {!version.changes && t('version-first')}
          </p>
          {version.changes ? (
            <>
              <p>
                <strong>
                  <Difference parts={version.changes.title} />
                </strong>
              </p>
              <div className="difference">
                <Difference parts={version.changes.body} />
              </div>
            </>
          ) : (
            <div className="difference">{version.body}</div>
          )}
        </Section>
      ))}
    </>
  );
}

function Difference({ parts }: { parts: DifferencePart[] }) {
  const t = useText(proposals);
  return parts.map((part, index) => {
    if (part.kind === 'same') return <span key={index}>{part.text}</span>;
    const Change = part.kind === 'added' ? 'ins' : 'del';
    return (
      <Change key={index} aria-label={t(part.kind)}>
        {part.text}
      </Change>
    );
  });
}
