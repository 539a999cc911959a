import { classNames } from './class-names';

/** Text that people wrote, as HTML that the server rendered and sanitised. Never give it anything else. */
export function Markdown({ html, className }: { html: string; className?: string }) {
  return <div className={classNames('prose', className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
