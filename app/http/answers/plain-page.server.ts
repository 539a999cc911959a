import type { ErrorRequestHandler, Request, Response } from 'express';
import { errorStatus } from './error-status';
import { preferencesOf } from '../preferences.server';
import { refusalOf } from './refusals.server';
import { isReadByPrograms } from '../guards/asked-by-programs';
import { openToAll, problemOf, problemType } from '../api/problem-answer';
import { escapeXml } from '~/lib/xml/write-xml';
import type { Log } from '~/platform/log.server';
import { textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { reasons } from '~/i18n/reasons';

/** The statuses that the server answers without asking Remix, and the words for each. */
const faults = {
  400: 'http.bad-request',
  401: 'signed-out',
  403: 'http.from-another-site',
  404: 'not-found',
  405: 'http.bad-request',
  413: 'too-large',
  429: 'rate-limited',
  409: 'conflict',
  500: 'http.fault',
  503: 'unavailable',
} as const;
export type PlainStatus = keyof typeof faults;

const style = `body{font-family:"PingFang SC","Microsoft YaHei",sans-serif;line-height:1.7;max-width:32rem;margin:15vh auto;padding:0 1.25rem;color:#222;background:#fff}a{color:#9b2d20}@media(prefers-color-scheme:dark){body{color:#eee;background:#181614}a{color:#f0a090}}`;

/** A page of few words in the reader's language, for what is refused or fails before Remix is asked. */
export async function sendPlainPage(
  request: Request,
  response: Response,
  status: PlainStatus,
): Promise<void> {
  const { locale } = await preferencesOf(request);
  const words = textIn(locale, reasons)(faults[status]);
  if (isReadByPrograms(request.path)) return sendProblem(response, { status, words });
  return sendWords(response, { status, locale, words });
}

/** What is refused of the open API before Remix is asked, in the form in which it refuses itself. */
function sendProblem(response: Response, { status, words }: { status: number; words: string }): void {
  response
    .status(status)
    .set({ ...openToAll, 'Cache-Control': 'no-store', 'Content-Type': problemType })
    .send(JSON.stringify(problemOf({ status, detail: words })));
}

function sendWords(
  response: Response,
  { status, locale, words }: { status: number; locale: Locale; words: string },
): void {
  const t = textIn(locale, reasons);
  response
    .status(status)
    .setHeader('Cache-Control', 'no-store')
    .type('html')
    .send(
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(words)} (${status})</title><style>${style}</style></head><body><main><h1>${escapeXml(words)}</h1><p>${status}</p><p><a href="/">${t('http.home')}</a></p></main></body></html>`,
    );
}

/** The words for what a route without a page refuses: files, feeds, tables. */
const refusals: Readonly<Record<number, keyof typeof reasons.en>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'expired',
  413: 'too-large',
  429: 'rate-limited',
};

/**
 * A fault of a route that has no page, with its status: a page for browsers, a line of plain words for programs. In the
 * words of the refusal, where it has some.
 */
export async function sendPlainWords(
  request: Request,
  response: Response,
  { status, words: said }: { status: number; words: string | null },
): Promise<void> {
  const key = refusals[status] ?? (status < 500 ? 'http.bad-request' : 'http.fault');
  const { locale } = await preferencesOf(request);
  const words = said ?? textIn(locale, reasons)(key);
  if (isReadByPrograms(request.path)) return sendProblem(response, { status, words });
  if (request.accepts(['text', 'html']) === 'html') return sendWords(response, { status, locale, words });
  response.status(status).setHeader('Cache-Control', 'no-store').type('text/plain').send(`${words}\n`);
}

function statusOf(error: unknown): PlainStatus {
  const refusal = refusalOf(error);
  if (refusal) return statusFor(errorStatus[refusal.code]);
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  if (code === 'ERR_INVALID_URL') return 400;
  if (typeof status !== 'number' || status < 400 || status >= 500) return 500;
  return statusFor(status);
}

const statusFor = (status: number): PlainStatus => (status in faults ? (status as PlainStatus) : 400);

/** The last resort for what the server itself throws; loaders and actions have the pages of Remix. */
export function faultPages(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusOf(error);
    if (status >= 500)
      log.error({ error: error instanceof Error ? error.stack : String(error) }, 'request failed');
    if (response.headersSent) return next(error);
    sendPlainPage(request, response, status).catch(next);
  };
}
