import type { Walker } from './walker';

/** Scripts have taken the page over: Remix has its router, made when the page is drawn for the first time. */
export const hydrated = ({ page }: Walker) => page.waitForFunction(() => '__remixRouter' in window);
