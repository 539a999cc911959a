import { classNames } from './class-names';
import { useLocale } from '~/i18n/use-text';
import { withLanguages } from '~/lib/texts/language-of';

/** Text that people wrote, as HTML that the server rendered and sanitised. Never give it anything else. */
export function Markdown({ html, className }: { html: string; className?: string }) {
  const marked = withLanguages(html, useLocale());
  return <div className={classNames('prose', className)} dangerouslySetInnerHTML={{ __html: marked }} />;
}
