import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton, Notice, PageHeader, QrCode, Section } from '~/components/ui';
import { ShareActs } from '~/components/sharing/share-acts';
import { sharedMatter } from '~/domains/insights/shared-matter.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { sharing } from '~/i18n/sharing';
import { useText } from '~/i18n/use-text';
import { paths, pathOfSubject } from '~/paths';
import { findDocumentFont } from '~/platform/pdf/document-font.server';
import { qrSquares } from '~/platform/qr/qr-code.server';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { kind = '', id = '' } = args.params;
  const matter = await load(args, () => sharedMatter(ctx, kind, id));
  const t = textIn(ctx.locale, sharing);
  const hasPoster = findDocumentFont(ctx.configuration.documentFont) !== null;
  return {
    kind,
    id,
    title: t('title'),
    hasPoster,
    shared: matter && { ...matter, qr: qrSquares(matter.url) },
  };
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title, data?.shared?.title);

/** All the ways to pass a thing on: link, sheet of the phone, code, poster. */
export default function Share() {
  const { kind, id, shared, hasPoster } = useLoaderData<typeof loader>();
  const t = useText(sharing);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={shared ? t('lead') : undefined}
        meta={shared && <span>{shared.title}</span>}
      />
      {shared ? <Means shared={shared} hasPoster={hasPoster} /> : <Notice>{t('not-public')}</Notice>}
      <div className="form-actions">
        <LinkButton variant="quiet" to={pathOfSubject(kind, id)}>
          {t('back')}
        </LinkButton>
      </div>
    </>
  );
}

type Shared = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['shared']>;

function Means({ shared, hasPoster }: { shared: Shared; hasPoster: boolean }) {
  const t = useText(sharing);
  const { kind, id, title, text, url, qr } = shared;
  return (
    <>
      <ShareActs shared={{ title, text, url }} />
      <Section title={t('code')}>
        <div className="share-code">
          <QrCode {...qr} label={t('code-label', { title })} />
        </div>
        <p>{t('code-hint')}</p>
      </Section>
      <Section title={t('poster')}>
        <p>{t(hasPoster ? 'poster-hint' : 'poster-none')}</p>
        {hasPoster && (
          <LinkButton variant="secondary" to={paths.share(kind, id, '/poster.pdf')} reloadDocument>
            {t('poster-download')}
          </LinkButton>
        )}
      </Section>
      <Section title={t('card')}>
        <p>{t('card-hint')}</p>
        <img
          className="share-card"
          src={paths.share(kind, id, '/card.png')}
          alt={t('card-alt', { title })}
          width={1200}
          height={630}
          loading="lazy"
        />
      </Section>
    </>
  );
}
