import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Difference } from '~/components/across/difference';
import { LinkButton, PageHeader, Section, Time } from '~/components/ui';
import { proposalChanges } from '~/domains/proposals/proposal-page.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const from = Number(new URL(args.request.url).searchParams.get('from') ?? '');
  const page = await load(args, () =>
    proposalChanges(ctx, id, Number.isInteger(from) && from > 0 ? from : undefined),
  );
  const title = textIn(ctx.locale, proposals)('versions');
  const { title: name, versions, next } = page;
  return data({ id, name, versions, next, title }, { headers: { 'X-Cache-Topics': 'proposals' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Versions() {
  const { id, name, versions, next } = useLoaderData<typeof loader>();
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
      {next !== null && (
        <LinkButton variant="secondary" to={`${paths.proposalVersions(id)}?from=${next}`}>
          {t('versions-older')}
        </LinkButton>
      )}
    </>
  );
}
