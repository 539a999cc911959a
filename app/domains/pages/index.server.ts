export { pageAtDesk, pagesDesk } from './desk.query.server';
export type { PageStanding } from './desk.query.server';
export { publicPage, publishedGuides } from './page.query.server';
export { beginGuide, publishPage, savePage, withdrawGuide } from './save-page.server';
