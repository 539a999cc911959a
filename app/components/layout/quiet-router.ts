type State = Readonly<Record<string, unknown>>;
type Tell<Told> = (state: State, told: Told) => void;

/** What is used here of the router that Remix makes in a browser. */
export interface TellingRouter {
  state: object;
  subscribe(tell: Tell<{ deletedFetchers: readonly unknown[] }>): () => void;
}

const isSame = (one: State, other: State): boolean =>
  Object.keys({ ...one, ...other }).every((key) => one[key] === other[key]);

/**
 * Tells of what changed alone. A router that learns of routes which may come next (Remix asks for those of all links that
 * are seen) tells of a state that holds what the last one held, and the whole page would be drawn anew, for nothing.
 */
export function quieten(router: TellingRouter): void {
  const subscribe = router.subscribe.bind(router);
  router.subscribe = (tell) => {
    let known = { ...router.state };
    return subscribe((state, told) => {
      const isNews = told.deletedFetchers.length > 0 || !isSame(known, state);
      known = { ...state };
      if (isNews) tell(state, told);
    });
  };
}

/** Remix lays its router on the window as it makes it, before anything of the page listens to it. */
export function quietenRouterOf(page: object): void {
  Object.defineProperty(page, '__remixRouter', {
    configurable: true,
    set(router: TellingRouter) {
      Object.defineProperty(page, '__remixRouter', { configurable: true, writable: true, value: router });
      quieten(router);
    },
  });
}
