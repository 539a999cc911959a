import { Notice } from '~/components/ui';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';

export interface SigningStandingProps {
  /** Null for who belongs to no party. */
  signing: { nobody: string[]; refusal: string | null; able: string[] } | null;
  organisations: Record<string, { name: string }>;
}

/** What stands in the way of signing as the mandates are, told while it can still be put right. */
export function SigningStanding({ signing, organisations }: SigningStandingProps) {
  const t = useText(agreements);
  if (!signing) return null;
  const { nobody, refusal, able } = signing;
  return (
    <>
      {nobody.length > 0 && (
        <Notice kind="warning">
          {t('signing-nobody', { names: nobody.map((id) => organisations[id]?.name ?? '').join(' · ') })}
        </Notice>
      )}
      {refusal !== null && (
        <Notice>
          {t('signing-not-you', { reason: refusal })}{' '}
          {able.length > 0 && t('signing-able', { names: able.join(' · ') })}
        </Notice>
      )}
    </>
  );
}
