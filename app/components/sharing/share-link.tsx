import { LinkButton } from '~/components/ui';
import { paths } from '~/paths';
import type { SubjectKind } from '~/paths';
import { sharing } from '~/i18n/sharing';
import { useText } from '~/i18n/use-text';

/** Leads to the means by which a thing is passed on. */
export function ShareLink({ kind, id }: { kind: SubjectKind; id: string }) {
  const t = useText(sharing);
  return (
    <LinkButton variant="quiet" size="small" to={paths.share(kind, id)}>
      {t('share')}
    </LinkButton>
  );
}
