import type { LoaderFunctionArgs } from '@remix-run/node';
import { renderToStaticMarkup } from 'react-dom/server';
import { LettersContext } from '~/components/charts/figures/words';
import type { Letters } from '~/components/charts/figures/words';
import { FigurePicture } from '~/components/insights/figure-picture';
import type { ReadContext } from '~/domains/context';
import { DomainError } from '~/domains/domain-error';
import { isFigureName } from '~/domains/insights/figures/figure';
import type { FigureName } from '~/domains/insights/figures/figure';
import { oneFigure } from '~/domains/insights/figures/insights.query.server';
import { figureTable, sayFigure } from '~/domains/insights/figures/say-figure';
import { textIn } from '~/i18n/catalogue';
import { insights } from '~/i18n/insights';
import { LocaleContext } from '~/i18n/use-text';
import { contextOf } from '~/http/actor.server';
import { headersOf } from '~/http/answers/exact-headers';
import { tableResponse } from '~/http/answers/files/table-response.server';
import { load } from '~/http/forms/forms.server';
import { anyFrameHeader } from '~/http/server/frames';
import { insightsQuery } from '~/domains/insights/figures/asked';
import { dayIn } from '~/lib/time/days';
import { escapeXml } from '~/lib/xml/write-xml';
import { paths } from '~/paths';
import { findDocumentFont } from '~/platform/pdf/document-font.server';
import { lettersOf } from '~/platform/pdf/letter-outlines.server';

/** What figures of insights are made of: kept pages with them go when one of these changes. */
export const insightTopics = 'statistics,areas,census,volunteering,agreements';

/** The headers of what is made of insights. */
export const insightHeaders = (isExact: boolean): Record<string, string> => headersOf(isExact, insightTopics);

function nameAsked(args: LoaderFunctionArgs): FigureName {
  const name = args.params.figure ?? '';
  if (!isFigureName(name)) throw new DomainError('not-found');
  return name;
}

/** A figure that the address names, by the filters of the page. */
async function figureAsked(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  return load(args, () => oneFigure(ctx, query, nameAsked(args)));
}

type Asked = Awaited<ReturnType<typeof figureAsked>>;

/** The words of the portal for what the numbers are of. */
export function scopeWords(ctx: ReadContext, { areaName, from, to }: Asked['scope']): string {
  const t = textIn(ctx.locale, insights);
  return t('scope', { area: areaName ?? t('whole'), from, to });
}

function pictureOf(
  args: LoaderFunctionArgs,
  { figure, picture, scope }: Asked,
  letters: Letters | null,
): string {
  const ctx = contextOf(args);
  const t = textIn(ctx.locale, insights);
  const day = dayIn(ctx.clock.now(), ctx.configuration.timeZone);
  const site = new URL(ctx.configuration.publicUrl).host;
  return renderToStaticMarkup(
    <LocaleContext.Provider value={ctx.locale}>
      <LettersContext.Provider value={letters}>
        <FigurePicture
          figure={sayFigure(ctx.locale, figure)}
          map={picture}
          scope={`${scope.areaName ?? t('whole')} · ${scope.from} – ${scope.to}`}
          source={scope.asked.isExact ? t('lead-exact-short', { day }) : t('source-at', { site, day })}
        />
      </LettersContext.Provider>
    </LocaleContext.Provider>,
  );
}

const named = ({ figure, scope }: Asked) => `insights-${figure.name}-${scope.from}-${scope.to}`;

const keeping = ({ scope }: Asked) => (scope.asked.isExact ? 'private, no-store' : 'private, no-cache');

const saved = (asked: Asked, form: string, type: string) => ({
  'Cache-Control': keeping(asked),
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${named(asked)}.${form}"`,
});

/** The picture as a drawing, with its words as text. */
export async function figureSvg(args: LoaderFunctionArgs): Promise<Response> {
  const asked = await figureAsked(args);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${pictureOf(args, asked, null)}`, {
    headers: saved(asked, 'svg', 'image/svg+xml; charset=utf-8'),
  });
}

/** Points for each unit of the drawing: enough for print. */
const scale = 3;
const pointsOfUnit = 72;

/** The picture in pixels; its letters are drawn from the font of documents, whatever the machine has beside. */
export async function figurePng(args: LoaderFunctionArgs): Promise<Response> {
  const asked = await figureAsked(args);
  const font = findDocumentFont(contextOf(args).configuration.documentFont);
  const svg = pictureOf(args, asked, font && lettersOf(font));
  const { default: sharp } = await import('sharp');
  const png = await sharp(Buffer.from(svg), { density: pointsOfUnit * scale })
    .png()
    .toBuffer();
  return new Response(new Uint8Array(png), {
    headers: saved(asked, 'png', 'image/png'),
  });
}

/** The numbers as CSV, or as a workbook. */
export async function figureCsv(args: LoaderFunctionArgs): Promise<Response> {
  const asked = await figureAsked(args);
  const table = figureTable(contextOf(args).locale, asked.figure);
  const response = await tableResponse(args.request, named(asked), table);
  response.headers.set('Cache-Control', keeping(asked));
  return response;
}

const style = `:root{color-scheme:light}body{font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0;padding:.5rem;color:#23201b;background:#fff}svg{display:block;width:100%;max-width:34rem;height:auto}table{border-collapse:collapse;width:100%;font-size:14px}th,td{padding:.2rem .5rem;border-bottom:1px solid #ddd5c6;text-align:start}a{color:#0d5658}summary{min-height:2rem}`;

/** A figure for the frames of other sites: the public one, whoever asks. */
export async function figureFrame(args: LoaderFunctionArgs): Promise<Response> {
  const { searchParams } = new URL(args.request.url);
  searchParams.delete('exact');
  const ctx = contextOf(args);
  const asked = await load(args, () => oneFigure(ctx, searchParams, nameAsked(args)));
  const t = textIn(ctx.locale, insights);
  const said = sayFigure(ctx.locale, asked.figure);
  const cells = (tag: string, all: readonly string[]) =>
    `<tr>${all.map((one) => `<${tag}>${escapeXml(one)}</${tag}>`).join('')}</tr>`;
  const rows = said.rows.map(({ label, cells: told }) => cells('td', [label, ...told])).join('');
  const table = `<details><summary>${t('table')}</summary><table><thead>${cells('th', said.headers)}</thead><tbody>${rows}</tbody></table></details>`;
  const page = `${ctx.configuration.publicUrl}${paths.insights}${insightsQuery(asked.scope.asked)}#${said.name}`;
  const link = `<p><a href="${escapeXml(page)}" target="_blank" rel="noopener">${t('title')}</a></p>`;
  const title = escapeXml(said.title);
  const body = `<main><h1 hidden>${title}</h1>${pictureOf(args, asked, null)}${table}${link}</main>`;
  return new Response(
    `<!doctype html><html lang="${ctx.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>${body}</body></html>`,
    { headers: { 'Content-Type': 'text/html; charset=utf-8', [anyFrameHeader]: 'yes' } },
  );
}
