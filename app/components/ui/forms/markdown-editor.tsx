import { useRef, useState } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { Markdown } from '../markdown';
import { TextArea } from './text-area';
import type { TextAreaProps } from './text-area';
import { useHydrated } from '../use-hydrated';
import { paths } from '~/paths';

type Preview = { shown: false } | { shown: true; html: string | null; failed?: boolean };

/** Posts `source` to the preview page; answers with sanitised HTML. */
async function fetchPreview(source: string): Promise<string> {
  const body = new FormData();
  body.set('source', source);
  const response = await fetch(paths.markdownPreview, { method: 'POST', body });
  if (!response.ok) throw new Error(`preview: ${response.status}`);
  return response.text();
}

/**
 * A text area for Markdown, inside a Field; with scripts, a preview as it will be shown, where it is
 * said how to write it: out of sight of those who write plain words.
 */
export function MarkdownEditor({ rows = 10, ...rest }: TextAreaProps) {
  const t = useText(common);
  const hydrated = useHydrated();
  const holder = useRef<HTMLDivElement>(null);
  const [preview, setPreview] = useState<Preview>({ shown: false });
  const show = async () => {
    const source = holder.current?.querySelector('textarea')?.value ?? '';
    setPreview({ shown: true, html: source.trim() ? null : '' });
    if (!source.trim()) return;
    try {
      setPreview({ shown: true, html: await fetchPreview(source) });
    } catch {
      setPreview({ shown: true, html: null, failed: true });
    }
  };
  return (
    <div className="markdown-editor" ref={holder}>
      {hydrated && (
        <div className="markdown-bar">
          <button type="button" aria-pressed={!preview.shown} onClick={() => setPreview({ shown: false })}>
            {t('markdown.write')}
          </button>
          <button type="button" aria-pressed={preview.shown} onClick={() => void show()}>
            {t('markdown.preview')}
          </button>
        </div>
      )}
      <div hidden={preview.shown}>
        <TextArea {...rest} rows={rows} />
      </div>
      {preview.shown && <PreviewPane preview={preview} />}
    </div>
  );
}

function PreviewPane({ preview }: { preview: { html: string | null; failed?: boolean } }) {
  const t = useText(common);
  return (
    <div className="markdown-preview" aria-live="polite">
      {preview.failed ? (
        <p>{t('markdown.failed')}</p>
      ) : preview.html === null ? (
        <p>{t('markdown.previewing')}</p>
      ) : preview.html === '' ? (
        <p>{t('markdown.empty')}</p>
      ) : (
        <Markdown html={preview.html} />
      )}
      <p className="field-hint">{t('markdown.hint')}</p>
    </div>
  );
}
