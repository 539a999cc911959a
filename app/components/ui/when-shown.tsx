import { useNavigation } from '@remix-run/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { ElementIds, useElementId } from './use-element-id';

/** Longest wait in milliseconds before code that did not come is asked for again. */
const longestWait = 60_000;

/** What is there stays as the server wrote it, whose forms work without scripts, until the code does come. */
async function untilItComes<Code>(load: () => Promise<Code>, wait = 2_000): Promise<Code> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, wait));
    return untilItComes(load, Math.min(2 * wait, longestWait));
  }
}

/** What the pages so far may show and have not loaded. */
const notYet = new Set<() => Promise<unknown>>();
let goesOn = false;

/**
 * A part whose code comes when it is drawn first. On the first page the server has drawn it; pages that are gone to from
 * there are drawn by the browser, so that its code is on its way from then on.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let coming: Promise<{ default: ComponentType<Props> }> | undefined;
  const come = () => (coming ??= untilItComes(load).then((Part) => ({ default: Part })));
  if (goesOn) void come();
  else notYet.add(come);
  return lazy(come);
}

/** Loads what was left for later as soon as the reader goes on to another page, while its data are under way. */
export function LoadedAhead(): null {
  const { state } = useNavigation();
  useEffect(() => {
    if (state === 'idle') return;
    goesOn = true;
    for (const come of notYet) void come();
    notYet.clear();
  }, [state]);
  return null;
}

/**
 * A part that most readers of its page are not shown (forms of those who are signed in, acts of moderators, results
 * that are not there yet): browsers load its code where it is drawn, and the server draws it at once.
 *
 *     const Acts = whenShown(import.meta.env.SSR ? OwnActs : later(() => import('./own-acts').then((own) => own.OwnActs)));
 *
 * The choice stands where the part is named, so that the bundler sees that browsers do without. What it draws is one
 * element: that is what Preact keeps until the code is there (docs/decisions/0081). Its ids are counted by
 * themselves, as it is taken over later than what stands behind it.
 */
export function whenShown<Props extends object>(Part: ComponentType<Props>): (props: Props) => ReactNode {
  return function WhenShown(props: Props) {
    const id = useElementId();
    const [ids] = useState(() => ({ given: 0, within: `${id}-` }));
    return (
      <ElementIds.Provider value={ids}>
        <Suspense>
          <Part {...props} />
        </Suspense>
      </ElementIds.Provider>
    );
  };
}
