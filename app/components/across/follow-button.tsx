import { useLocation } from '@remix-run/react';
import { Button, Form, LinkButton } from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { paths } from '~/paths';
import type { SubjectKind } from '~/paths';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export interface FollowButtonProps {
  kind: SubjectKind;
  id: string;
  following: boolean;
}

/** Follows a thing, or no longer; visitors are led to signing in. */
export function FollowButton({ kind, id, following }: FollowButtonProps) {
  const t = useText(proposals);
  const viewer = useViewer();
  const { pathname } = useLocation();
  if (!viewer) {
    return (
      <LinkButton
        variant="secondary"
        size="small"
        to={`${paths.signIn}?next=${encodeURIComponent(pathname)}`}
      >
        {t('follow')}
      </LinkButton>
    );
  }
  const hidden = { subjectKind: kind, subjectId: id, following: following ? 'no' : 'yes', next: pathname };
  return (
    <Form action={paths.follow} hidden={hidden} className="inline-form">
      <Button variant="secondary" size="small">
        {t(following ? 'unfollow' : 'follow')}
      </Button>
    </Form>
  );
}
