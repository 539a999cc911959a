import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton, PageHeader, Section, Time } from '~/components/ui';
import { commentVersions } from '~/domains/deliberation/index.server';
import { ensureMatterReadable } from '~/domains/insights/readable-matter.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { pathOfComment } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  return load(args, async () => {
    const { comment, versions } = await commentVersions(ctx, args.params.id ?? '');
    const subject = { kind: comment.subjectKind, id: comment.subjectId };
    await ensureMatterReadable(ctx, subject);
    const path = pathOfComment(subject, comment.threadId, comment.id);
    const title = textIn(ctx.locale, deliberation)('versions-title');
    return { name: comment.authorName, path, versions, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CommentVersions() {
  const { name, path, versions } = useLoaderData<typeof loader>();
  const t = useText(deliberation);
  return (
    <>
      <PageHeader
        title={t('versions-title')}
        lead={t('versions-lead', { name })}
        actions={
          <LinkButton variant="secondary" to={path}>
            {t('back')}
          </LinkButton>
        }
      />
      {versions.map((version) => (
        <Section key={version.version} title={t('version', { number: version.version })}>
          <p>
            <Time value={version.writtenAt} />
          </p>
          <div className="difference">{version.body}</div>
        </Section>
      ))}
    </>
  );
}
