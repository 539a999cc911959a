export { pageAtDesk, pagesDesk } from './desk.query.server';
export type { PageStanding } from './desk.query.server';
export { publicPage, publishedGuides } from './page.query.server';
export { publishPage, withdrawGuide, withdrawVersion } from './publish-page.server';
export { beginGuide, savePage } from './save-page.server';
export {
  nameOfPortal,
  portalName,
  profileDesk,
  readProfile,
  shownProfile,
} from './profile/profile.query.server';
export type { Profile, ShownProfile } from './profile/profile.query.server';
export { saveProfile } from './profile/save-profile.server';
