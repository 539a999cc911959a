export {
  copyFollowers,
  follow,
  followersOf,
  followTogether,
  isFollowing,
  unfollow,
  unfollowTogether,
} from './follow.server';
export { forgetNotices } from './forget-notices.server';
export { takeOutName, takeOutWords } from './held.server';
export { inboxPage, markRead, markReadSchema, recentMails, unreadCount } from './inbox.server';
export { keepTopics, mutedTopics, topicsSchema } from './mute.server';
export { mutableTopics } from './topics';
export { notify } from './notify.server';
export { isWithheldMail } from './withheld-mail.server';
export { unsubscribe } from './unsubscribe.server';
