import { classNames } from './class-names';
import { useOtherLanguageOfHtml } from './said';

/** Text that people wrote, as HTML that the server rendered and sanitised. Never give it anything else. */
export function Markdown({ html, className }: { html: string; className?: string }) {
  const lang = useOtherLanguageOfHtml(html);
  return (
    <div
      {...{ lang }}
      className={classNames('prose', className)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
