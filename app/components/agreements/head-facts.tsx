import type { ComponentProps } from 'react';
import { Time } from '~/components/ui';
import { LinkedTitle } from '~/components/across/linked-title';
import { agreements } from '~/i18n/agreements';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

interface HeadFactsProps {
  agreement: { kind: string; fits: boolean; inForceAt: Date | null; endsAt: Date | null };
  proposal: Omit<ComponentProps<typeof LinkedTitle>, 'path'> | null;
}

/** What kind of agreement it is, since when and until when it holds, and on what it rests. */
export function HeadFacts({ agreement, proposal }: HeadFactsProps) {
  const t = useText(agreements);
  const kind = `template.${agreement.kind}`;
  return (
    <>
      {hasKey(agreements, kind) && (
        <span>
          {t('kind')} {t(kind)}
        </span>
      )}
      {agreement.fits && agreement.inForceAt && (
        <span>
          {t('in-force-at')} <Time value={agreement.inForceAt} />
        </span>
      )}
      {agreement.endsAt && (
        <span>
          {t('until')} <Time value={agreement.endsAt} format="date" />
        </span>
      )}
      {proposal && (
        <span>
          {t('proposal')} <LinkedTitle {...proposal} path={paths.proposal} />
        </span>
      )}
    </>
  );
}
