import { ShareLink } from '~/components/sharing/share-link';
import { FollowButton } from './follow-button';
import type { FollowButtonProps } from './follow-button';

/** What everybody can do with a thing that is followed: follow it, and pass it on. */
export function FollowAndShare(props: FollowButtonProps) {
  return (
    <>
      <FollowButton {...props} />
      <ShareLink kind={props.kind} id={props.id} />
    </>
  );
}
