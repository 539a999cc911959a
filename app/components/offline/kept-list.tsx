import { useEffect, useState } from 'react';
import { offline } from '~/i18n/offline';
import { useText } from '~/i18n/use-text';
import { offlinePaths } from '~/paths-offline';
import { keptAtHeader, keptTitleHeader, pageCache } from '~/service-worker/kept-pages';
import { useTimeText } from './use-time-text';

interface Kept {
  url: string;
  title: string;
  at: string;
}

/** The newest first; nothing where the browser keeps nothing. */
async function keptPages(): Promise<Kept[]> {
  if (!('caches' in window)) return [];
  const pages = await caches.open(pageCache);
  const found: Kept[] = [];
  for (const { url } of await pages.keys()) {
    const { pathname, search } = new URL(url);
    const headers = (await pages.match(url))?.headers;
    if (!headers || pathname === offlinePaths.offline) continue;
    const title = decodeURIComponent(headers.get(keptTitleHeader) ?? '') || pathname;
    found.push({ url: pathname + search, title, at: headers.get(keptAtHeader) ?? '' });
  }
  return found.reverse();
}

/** The pages that can be read without a network. */
export function KeptList() {
  const t = useText(offline);
  const timeText = useTimeText();
  const [kept, setKept] = useState<Kept[] | null>(null);
  useEffect(() => {
    keptPages().then(setKept, () => setKept([]));
  }, []);
  if (!kept) return null;
  if (kept.length === 0) return <p>{t('list-empty')}</p>;
  return (
    <ul className="more-links">
      {kept.map(({ url, title, at }) => (
        <li key={url}>
          <a href={url}>
            {title}
            <span className="field-hint">{t('kept-at', { time: timeText(at) })}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
