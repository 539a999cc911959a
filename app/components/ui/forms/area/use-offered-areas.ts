import { useEffect, useState } from 'react';
import { readRecent } from './recent-areas';
import type { AreaChoices, AreaOffered, AreasOffered } from '~/lib/choices/area-choices';
import { paths } from '~/paths';

const restMilliseconds = 200;

interface Asking {
  choices: AreaChoices;
  /** What was typed; empty: near the reader, and level by level from what is chosen. */
  query: string;
  under: string;
  open: boolean;
}

interface Answer extends AreasOffered {
  address: string;
  failed: boolean;
}

function addressOf({ choices, query, under }: Asking): string {
  const asked = new URLSearchParams(query === '' ? { under } : { q: query });
  if (choices.scope.length > 0) asked.set('scope', choices.scope.join());
  if (query === '' && under === '') asked.set('recent', readRecent().join());
  return `${paths.offeredAreas}?${asked}`;
}

async function ask(address: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(address, { signal });
  if (!response.ok) return { address, areas: [], more: false, failed: true };
  return { address, ...((await response.json()) as AreasOffered), failed: false };
}

/** What the list of a combobox shows: asked from the portal once someone rests, and only while it is open. */
export function useOfferedAreas(asking: Asking): AreasOffered & { asked: boolean; failed: boolean } {
  const [answer, setAnswer] = useState<Answer>();
  const { choices, query, under, open } = asking;
  const address = open ? addressOf(asking) : '';
  useEffect(() => {
    if (address === '') return undefined;
    const stop = new AbortController();
    const failed = () => ({ address, areas: [], more: false, failed: true });
    const asked = () =>
      void ask(address, stop.signal)
        .catch(failed)
        .then((answered) => {
          if (!stop.signal.aborted) setAnswer(answered);
        });
    const timer = setTimeout(asked, query === '' ? 0 : restMilliseconds);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, query]);
  const asked = answer?.address === address;
  // While the answer to a longer word is under way, that to the shorter one stays.
  const areas = asked || query !== '' ? (answer?.areas ?? []) : [];
  const near: AreaOffered[] =
    query === '' && under === ''
      ? choices.near.flatMap((id) => choices.known.filter((area) => area.id === id))
      : [];
  const all = [...near, ...areas];
  return {
    areas: all.filter((one, at) => all.findIndex(({ id }) => id === one.id) === at),
    more: asked && answer.more,
    asked,
    failed: asked && answer.failed,
  };
}
