import { mine } from '~/i18n/mine';
import { useText } from '~/i18n/use-text';

interface HotlineProps {
  /** As it is read. */
  hotline: string;
}

/** A telephone number to be dialled by a tap. */
export function HotlineLink({ hotline }: HotlineProps) {
  const t = useText(mine);
  return (
    <a className="button button-secondary" href={`tel:${hotline.replaceAll('-', '')}`}>
      {t('hotline-call', { hotline })}
    </a>
  );
}

/** For whoever asked: by what number the matter is known, and where to call. */
export function CallHotline({ hotline, number }: HotlineProps & { number: string | null }) {
  const t = useText(mine);
  return (
    <section className="panel stack" aria-label={t('hotline-title')}>
      {number !== null && (
        <p>
          {t('hotline-number')} <strong className="unbroken">{number}</strong>
          <br />
          {t('hotline-hint')}
        </p>
      )}
      <p>
        <HotlineLink hotline={hotline} />
      </p>
    </section>
  );
}
