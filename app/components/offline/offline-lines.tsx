import { useLocation } from '@remix-run/react';
import { useEffect } from 'react';
import { KeptLine } from './kept-line';
import { UnsentLine } from './unsent/unsent-line';
import { UnsaidLine } from './unsaid-line';
import { UpdateLine } from './update-line';
import { useNewVersion } from './use-new-version';
import { keptAt, tellSeen } from './worker';
import { watchAlong } from '~/components/files/uploads/watch-along';
import { useLocale } from '~/i18n/use-text';
import { useWholePages } from './use-whole-pages';

/** Looked at for so long a page counts as seen. */
const seenAfter = 2_000;

/** What is said above each page of the network, of a newer version, and of what waits to be sent. */
export function OfflineLines() {
  const { pathname, search } = useLocation();
  const language = useLocale();
  const newer = useNewVersion();
  useWholePages(newer !== null || keptAt() !== null);
  useEffect(watchAlong, []);
  useEffect(() => {
    if (keptAt() !== null) return;
    const timer = setTimeout(() => void tellSeen(language), seenAfter);
    return () => clearTimeout(timer);
  }, [pathname, search, language]);
  return (
    <>
      <KeptLine />
      <UpdateLine newer={newer} />
      <UnsentLine />
      <UnsaidLine />
    </>
  );
}
