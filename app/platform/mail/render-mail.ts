import { isOwnAddress, withoutForeignLinks } from './plain-addresses';
import type { Locale } from '~/i18n/locale';
import { languageOf } from '~/lib/texts/language-of';

/** A button that leads somewhere. */
export interface MailAction {
  label: string;
  url: string;
}

export interface MailContent {
  locale: Locale;
  subject: string;
  paragraphs: string[];
  /** Where there are several, they are answers to one question. */
  action?: MailAction | readonly MailAction[];
  footer: string[];
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
const linked = (text: string, publicUrl: string) =>
  escape(text).replace(/https?:\/\/[^\s<]+/g, (url) =>
    isOwnAddress(url, publicUrl) ? `<a href="${url}">${url}</a>` : url,
  );

/** Words of people are read aloud in their own language: where it is not the mail's. */
function otherLanguage(words: string, locale: Locale): string {
  const language = languageOf(words);
  return language === null || locale.startsWith(language) ? '' : ` lang="${language}"`;
}

const buttonOf = ({ label, url }: MailAction) =>
  `<a href="${escape(url)}" style="background:#9b2d20;color:#fff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">${escape(label)}</a>`;

/** One mail of the portal as plain text and as HTML that any reader shows: what it is about, and who writes; only addresses of the portal are links. */
export function renderMail(
  content: MailContent,
  { name, publicUrl }: { name: string; publicUrl: string },
): { subject: string; text: string; html: string } {
  const actions = [content.action ?? []].flat();
  const plain = (text: string) => withoutForeignLinks(text, publicUrl);
  const [subject, paragraphs, footer] = [
    `${plain(content.subject)} · ${plain(name)}`,
    content.paragraphs.map(plain),
    content.footer.map(plain),
  ];
  const text = [...paragraphs, ...actions.map(({ label, url }) => `${label}: ${url}`), '--', ...footer];
  const button = actions.length > 0 ? `<p style="margin:24px 0">${actions.map(buttonOf).join(' ')}</p>` : '';
  const part = (words: string) => linked(words, publicUrl);
  const html = `<!doctype html><html lang="${content.locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="margin:0;background:#f6f3ee;font-family:'PingFang SC','Microsoft YaHei',sans-serif;font-size:16px;line-height:1.7;color:#222"><div style="max-width:600px;margin:0 auto;padding:24px;background:#fff"><p style="font-size:20px;font-weight:bold;color:#9b2d20">${escape(plain(name))}</p>${paragraphs.map((words) => `<p${otherLanguage(words, content.locale)}>${part(words)}</p>`).join('')}${button}<hr style="border:0;border-top:1px solid #ddd">${footer.map((words) => `<p style="font-size:13px;color:#555">${part(words)}</p>`).join('')}</div></body></html>`;
  return { subject, text: `${text.join('\n\n')}\n`, html };
}
