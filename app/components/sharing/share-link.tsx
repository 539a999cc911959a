import { LinkButton } from '~/components/ui';
import { paths } from '~/paths';
import type { SubjectKind } from '~/paths';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';

/** Leads to the means by which a thing is passed on. */
export function ShareLink({ kind, id }: { kind: SubjectKind; id: string }) {
  const t = useText(common);
  return (
    <LinkButton variant="quiet" size="small" to={paths.share(kind, id)}>
      {t('share')}
    </LinkButton>
  );
}
