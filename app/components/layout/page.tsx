import type { ReactNode } from 'react';
import { FlashMessage } from '~/components/ui/page/notice';
import { SkipLink } from '~/components/ui/page/skip-link';
import { LoadedAhead } from '~/components/ui/when-shown';
import { ActingForBanner, DemoBanner } from './banners';
import { BottomBar } from './bottom-bar';
import { ReadAloudBar } from './read-aloud-bar';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import { WithoutNetwork } from './without-network';
import { useRootData } from './use-viewer';

/** Everything around a page's own content. */
export function Page({ children }: { children: ReactNode }) {
  const root = useRootData();
  const viewer = root?.viewer ?? null;
  return (
    <>
      <SkipLink />
      <LoadedAhead />
      {root?.demo && <DemoBanner />}
      <WithoutNetwork />
      <SiteHeader viewer={viewer} />
      {viewer?.actingFor && <ActingForBanner name={viewer.actingFor.name} />}
      <main id="main" tabIndex={-1} className="main frame">
        <FlashMessage message={root?.flash ?? null} />
        {root?.senior && <ReadAloudBar />}
        {children}
      </main>
      <SiteFooter icpNumber={root?.icpNumber ?? ''} policeRecordNumber={root?.policeRecordNumber ?? ''} />
      <BottomBar viewer={viewer} />
    </>
  );
}
