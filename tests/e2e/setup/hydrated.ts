import type { Page } from 'playwright-core';

/** Scripts have taken the page over: Remix has its router, made when the page is drawn for the first time. */
export const hydrated = ({ page }: { page: Page }) => page.waitForFunction(() => '__remixRouter' in window);
