import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';

/** What somebody typed into a form that is gone, to be copied. */
export function TypedText({ texts }: { texts: readonly string[] }) {
  const t = useText(common);
  if (texts.length === 0) return null;
  return (
    <>
      <p>{t('error.typed')}</p>
      {texts.map((text) => (
        <blockquote key={text} className="pre-line">
          {text}
        </blockquote>
      ))}
    </>
  );
}
