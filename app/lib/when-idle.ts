/** Longest wait in milliseconds for a browser that is never idle. */
const timeout = 1_500;

/** When the browser has nothing else to do: heavy work comes in slices between which it answers its reader. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout });
    else setTimeout(resolve, 50);
  });
}

/** When the element is seen, or nearly. */
export function whenSeen(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watcher.disconnect();
        resolve();
      },
      { rootMargin: '100px' },
    );
    watcher.observe(element);
  });
}
