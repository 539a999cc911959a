import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { useViewer } from '../layout/use-viewer';
import type { UnsentListProps } from './unsent/unsent-list';
import { senderOf } from '~/service-worker/unsent/unsent';

/** What waits on this device to be sent, where a browser can keep it; `takes` where its form stands on the page. */
export function UnsentFeedback({ takes = false }: { takes?: boolean }) {
  const viewer = useViewer();
  const [List, setList] = useState<ComponentType<UnsentListProps> | null>(null);
  useEffect(() => {
    if (!import.meta.env.PROD || !navigator.serviceWorker) return;
    // What cannot be loaded is not needed: the form keeps what was typed.
    import('./unsent/unsent-list').then(
      ({ UnsentList }) => setList(() => UnsentList),
      () => {},
    );
  }, []);
  if (!List || !viewer) return null;
  const { personId, actingFor } = viewer;
  return <List {...{ personId, takes }} sender={senderOf(personId, actingFor?.id ?? null)} />;
}
