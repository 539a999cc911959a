import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, openBrowser, visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { readCsv } from '~/lib/csv/read-csv';

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ SMTP_URL: '', RATE_LIMITS: 'false' }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

describe('open data of the demo community', () => {
  it('is found from the foot of each page, and downloaded without scripts', async () => {
    const { page, complaints } = await visit(browser, portal.url, {
      ...{ width: 360, scripts: false, locale: 'zh-CN' },
    });
    await page.goto('/');
    await page.getByRole('contentinfo').getByRole('link', { name: '开放数据' }).click();
    await page.getByRole('link', { name: '表决', exact: true }).first().click();
    await page.getByRole('heading', { name: '表决', level: 1 }).waitFor();
    const loading = page.waitForEvent('download');
    await page.getByRole('link', { name: '表决，CSV 文件' }).click();
    const file = await loading;
    expect(file.suggestedFilename()).toBe('ballots.csv');
    const read = readCsv(readFileSync(await file.path()), { mostRows: 1000 });
    const held = await portal.services.database.read.ballot.count({ where: { state: { not: 'importing' } } });
    expect(read.ok && read.records.length).toBe(held);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is read page by page by a script of another site, as the document says', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const document = (await (await fetch(`${portal.url}/api/v1/openapi.json`)).json()) as {
      paths: Record<string, unknown>;
    };
    ajv.addSchema(document, 'api');
    const elsewhere = createServer((_request, response) =>
      response.setHeader('Content-Type', 'text/html').end('<p>elsewhere</p>'),
    );
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const { page } = await visit(browser, `http://127.0.0.1:${port}`, {
      ...{ width: 1280, scripts: true, locale: 'en' },
    });
    await page.goto('/');
    for (const path of Object.keys(document.paths).filter((one) => !one.includes('{'))) {
      const pages = await page.evaluate(
        async ([first]) => {
          const found: unknown[] = [];
          for (let next: string | null | undefined = first; next;) {
            const answer = (await (await fetch(next)).json()) as { next: string | null };
            found.push(answer);
            next = answer.next;
          }
          return found;
        },
        [`${portal.url}/api/v1${path}?limit=50`],
      );
      const name = path
        .slice(1)
        .split('-')
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join('');
      const validate = ajv.compile({ $ref: `api#/components/schemas/${name}Page` });
      for (const one of pages) expect(validate(one) ? '' : ajv.errorsText(validate.errors), path).toBe('');
    }
    elsewhere.close();
    await page.context().close();
  });

  it('says in English which fields there are', async () => {
    const { page } = await visit(browser, portal.url, { width: 1280, scripts: true, locale: 'en' });
    await page.goto('/data/work-orders');
    await page.getByRole('cell', { name: 'reopenedCount' }).waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});
