import jsonld from 'jsonld';
import ical from 'node-ical';
import * as XLSX from 'xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedPortal } from './setup/published-portal';
import type { TestContext } from '../setup/context';
import type { TestPortal } from '../setup/portal';
import { datasetRows } from '~/domains/insights/open-data/dataset-file.server';
import { collectionNamed, datasetPage } from '~/domains/insights/open-data/datasets.query.server';
import { knownSubjects } from '~/domains/registry.server';
import { unguarded } from '~/lib/csv/cells';
import { readCsv } from '~/lib/csv/read-csv';
import { readXml, textOf } from '~/lib/xml/read-xml';
import { paths } from '~/paths';

let portal: TestPortal;
let test: TestContext;
beforeAll(async () => {
  ({ portal, test } = await publishedPortal());
  const [one] = await test.database.read.proposal.findMany({ where: { state: 'gathering', hiddenAt: null } });
  await test.database.transaction((tx) =>
    tx.prisma.proposal.update({ where: { id: one?.id ?? '' }, data: { title: '=HYPERLINK("http://x")' } }),
  );
}, 600_000);
afterAll(() => portal.dispose());

type Item = { id: string } & Record<string, unknown>;

const names = [...knownSubjects.published.keys()];
const text = async (path: string) => {
  const response = await portal.ask(path);
  expect(response.status, path).toBe(200);
  return response.text();
};

function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const read = readCsv(csv, { mostRows: 10_000 });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.records.map(({ cells }) => cells);
}

/** What a call of the API answers, all pages of it. */
async function items(name: string): Promise<Item[]> {
  const found: Item[] = [];
  for (let next: string | null = `/api/v1/${name}?limit=100`; next !== null;) {
    const page = JSON.parse(await text(next)) as { items: Item[]; next: string | null };
    found.push(...page.items);
    next = page.next === null ? null : page.next.slice(page.next.indexOf('/api/'));
  }
  return found;
}

describe('the files', () => {
  it.each(names)('of %s hold what the API answers, in each form', async (name) => {
    const all = await items(name);
    expect(JSON.parse(await text(`/data/${name}.json`))).toEqual(all);
    const lines = (await text(`/data/${name}.ndjson`)).split('\n').slice(0, -1);
    expect(lines.map((line) => JSON.parse(line) as Item)).toEqual(all);
    const rows = rowsOf(await text(`/data/${name}.csv`));
    // Codes of many digits are guarded against spreadsheets.
    expect(rows.map(({ id = '' }) => unguarded(id))).toEqual(all.map(({ id }) => id));
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(all[0] ?? {}));
  });

  it.each(names)(
    'of %s come as a workbook, too: numbers and times as such, by the clock of the portal',
    async (name) => {
      const all = await items(name);
      const answer = await portal.ask(`/data/${name}.csv?as=xlsx`);
      expect(answer.headers.get('Content-Disposition')).toContain(`${name}.xlsx`);
      const book = XLSX.read(await answer.arrayBuffer(), {
        type: 'array',
        cellFormula: true,
        cellDates: false,
      });
      const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
      const [fields = [], ...rows] = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });
      expect(rows.map(([id]) => id)).toEqual(all.map(({ id }) => id));
      expect(JSON.stringify(sheet)).not.toContain('"f":');
      const { fields: told } = await datasetPage(test.as('visitor'), name);
      for (const { name: field, type } of told)
        for (const [at, item] of all.entries()) {
          const [cell, value] = [rows[at]?.[fields.indexOf(field)], item[field]];
          if (typeof value === 'number') expect(cell, field).toBe(value);
          if (type !== 'time' || typeof value !== 'string') continue;
          // A spreadsheet counts days since 30 December 1899; the portal is eight hours ahead of UTC.
          const shown = Date.UTC(1899, 11, 30) + Number(cell) * 24 * 3600_000;
          expect(Math.abs(shown - 8 * 3600_000 - Date.parse(value)), field).toBeLessThan(1000);
        }
    },
  );

  it('are read no further than a workbook holds', async () => {
    const visitor = test.as('visitor');
    const collection = collectionNamed(visitor, 'events');
    let pages = 0;
    const page: typeof collection.page = (...asked) => {
      pages += 1;
      return collection.page(...asked);
    };
    const rows = await datasetRows(visitor, { ...collection, page }, () => 3);
    expect([pages, rows.length > 3]).toEqual([1, true]);
  });

  it('have pages that say of each field what it is', async () => {
    const fields = async (name: string) => (await datasetPage(test.as('visitor'), name)).fields;
    const of = Object.fromEntries((await fields('work-orders')).map((field) => [field.name, field]));
    expect(of.latitude).toMatchObject({ type: 'number', optional: true, choices: [] });
    expect(of.place).toMatchObject({ type: 'text', optional: true });
    expect(of.createdAt).toMatchObject({ type: 'time', optional: false });
    expect(of.state?.choices).toContain('registered');
    expect(of.url?.type).toBe('address');
    for (const name of names)
      for (const { name: field, words } of await fields(name)) expect(words, field).not.toBe('');
  });

  it('hold no cell that a spreadsheet takes for a formula', async () => {
    const rows = rowsOf(await text('/data/proposals.csv'));
    const titles = rows.map(({ title }) => title);
    expect(titles).toContain(`'=HYPERLINK("http://x")`);
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });

  it('are there of what is given out alone', async () => {
    for (const path of ['/data/persons.csv', '/data/constructor.json', '/data/persons'])
      expect((await portal.ask(path)).status, path).toBe(404);
  });
});

const dcat = 'http://www.w3.org/ns/dcat#';
const dct = 'http://purl.org/dc/terms/';
const foaf = 'http://xmlns.com/foaf/0.1/';

type Node = { '@id'?: string; '@type'?: string[] } & Record<string, unknown>;

/** By a parser that knows nothing of ours, and reaches no other file. */
async function catalog(): Promise<Node> {
  const documentLoader = (url: string): never => {
    throw new Error(`${url} is not to be needed`);
  };
  const document = JSON.parse(await text('/data/catalog.jsonld')) as object;
  const [found] = (await jsonld.expand(document, { documentLoader })) as Node[];
  if (!found) throw new Error('no catalogue');
  expect((await jsonld.toRDF(document, { documentLoader })).length).toBeGreaterThan(300);
  return found;
}

const nodes = (node: Node, name: string) => (node[name] ?? []) as Node[];

describe('the catalogue', () => {
  it('has what DCAT-AP 3 asks of catalogues, datasets, distributions and services', async () => {
    const whole = await catalog();
    const lacking = (node: Node, needed: readonly string[]) =>
      needed.filter((name) => nodes(node, name).length === 0);
    expect(whole['@type']).toEqual([`${dcat}Catalog`]);
    expect(lacking(whole, [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dcat}dataset`])).toEqual(
      [],
    );
    for (const publisher of nodes(whole, `${dct}publisher`)) {
      expect(publisher['@type']).toEqual([`${foaf}Agent`]);
      expect(lacking(publisher, [`${foaf}name`])).toEqual([]);
    }
    for (const service of nodes(whole, `${dcat}service`))
      expect(lacking(service, [`${dct}title`, `${dcat}endpointURL`])).toEqual([]);
    const datasets = nodes(whole, `${dcat}dataset`);
    expect(datasets.length).toBe(names.length);
    for (const dataset of datasets) {
      expect(lacking(dataset, [`${dct}title`, `${dct}description`, `${dcat}distribution`])).toEqual([]);
      for (const one of nodes(dataset, `${dcat}distribution`)) {
        expect(one['@type']).toEqual([`${dcat}Distribution`]);
        expect(lacking(one, [`${dcat}accessURL`, `${dct}license`, `${dct}format`])).toEqual([]);
      }
    }
  });

  it('leads to pages and files that are there', async () => {
    const whole = await catalog();
    const datasets = nodes(whole, `${dcat}dataset`);
    const files = datasets.flatMap((dataset) => nodes(dataset, `${dcat}distribution`));
    const led = [...datasets, ...files.flatMap((file) => nodes(file, `${dcat}downloadURL`))];
    for (const { '@id': id = '' } of led) await text(new URL(id).pathname);
  });
});

/** What was drafted first may be published last: stable, so that ids decide between equals. */
function inOrderOfFeed(all: readonly Item[]): Item[] {
  // Meetings have a time of publication too, that of their minutes.
  const at = ({ publishedAt, frozenAt, purpose }: Item) =>
    purpose === undefined ? String(publishedAt ?? frozenAt ?? '') : '';
  return [...all].sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0));
}

/** The one that was drafted first is published last. */
async function publishLast(): Promise<string[]> {
  const { read } = test.database;
  const at = new Date(test.clock.now().getTime() + 3600_000);
  const oldest = { orderBy: { id: 'asc' } } as const;
  const [proposal, opportunity, agreement] = await Promise.all([
    read.proposal.findFirstOrThrow({ where: { state: 'gathering', hiddenAt: null }, ...oldest }),
    read.opportunity.findFirstOrThrow({ where: { state: 'published' }, ...oldest }),
    read.agreement.findFirstOrThrow({ where: { state: 'in-force' }, ...oldest }),
  ]);
  await test.database.transaction(async ({ prisma }) => {
    await prisma.proposal.update({ where: { id: proposal.id }, data: { publishedAt: at } });
    await prisma.opportunity.update({ where: { id: opportunity.id }, data: { publishedAt: at } });
    await prisma.agreement.update({ where: { id: agreement.id }, data: { frozenAt: at } });
  });
  return [proposal.id, opportunity.id, agreement.id];
}

describe('what others subscribe to and frame', () => {
  it.each(['proposals', 'feedback', 'conversations', 'ballots', 'activities', 'agreements', 'meetings'])(
    'has a feed of %s',
    async (name) => {
      const root = readXml((await text(`/feeds/${name}.atom`)).replaceAll(/<link [^>]*\/>/g, ''));
      const entries = root.children.filter((child) => child.name === 'entry');
      const newest = inOrderOfFeed(await items(name)).slice(0, 50);
      expect(entries.map((entry) => textOf(entry, 'id'))).toEqual(newest.map(({ url }) => url));
      for (const entry of entries) expect(Date.parse(textOf(entry, 'updated') ?? '')).not.toBeNaN();
      expect((await portal.ask(`/feeds/${name}.atom?area=x`)).status).toBe(404);
    },
  );

  it('has first what was published last', async () => {
    const ids = await publishLast();
    for (const [at, name] of ['proposals', 'activities', 'agreements'].entries()) {
      const [first = ''] = /<entry><id>[^<]+/.exec(await text(`/feeds/${name}.atom`)) ?? [];
      expect(first.split('/').at(-1), name).toBe(ids[at]);
    }
  });

  it('has none of what has no titles', async () => {
    for (const name of ['shifts', 'events', 'nothing'])
      expect((await portal.ask(`/feeds/${name}.atom`)).status, name).toBe(404);
  });

  it('has the open meetings as a calendar', async () => {
    const calendar = ical.sync.parseICS(await text('/feeds/meetings.ics?area=4210'));
    const open = await test.database.read.meeting.findMany({ where: { isPublic: true } });
    const closed = await test.database.read.meeting.findMany({ where: { isPublic: false } });
    const ids = Object.keys(calendar).map((uid) => uid.split('@')[0]);
    for (const { id } of open) expect(ids).toContain(id);
    for (const { id } of closed) expect(ids).not.toContain(id);
  });

  it.each(['ballots', 'conversations', 'shifts'])(
    'has a calendar of %s, which another parser reads',
    async (name) => {
      const calendar = ical.sync.parseICS(await text(`/feeds/${name}.ics`));
      const events = Object.values(calendar).filter((one) => one?.type === 'VEVENT');
      const timed = (await items(name)).filter(
        ({ startsAt, opensAt, openedAt, inForceAt }) => startsAt ?? opensAt ?? openedAt ?? inForceAt,
      );
      expect(events).toHaveLength(timed.length);
      expect(events.length).toBeGreaterThan(0);
      for (const event of events) expect('summary' in event && event.summary).toBeTruthy();
      expect((await portal.ask(`/feeds/${name}.ics?area=9999`)).status).toBe(200);
    },
  );

  it('has no calendar of what has no times', async () => {
    for (const name of ['organisations', 'areas', 'nothing'])
      expect((await portal.ask(`/feeds/${name}.ics`)).status, name).toBe(404);
  });

  it('says by oEmbed how the orders of an area are framed, of the portal alone', async () => {
    const page = `${portal.services.configuration.publicUrl}/map?area=421002`;
    const oembed = (query: Record<string, string>) => portal.ask(`/oembed?${new URLSearchParams(query)}`);
    const answer = (await (await oembed({ url: page, maxwidth: '400' })).json()) as Record<string, unknown>;
    expect(answer).toMatchObject({ type: 'rich', version: '1.0', width: 400 });
    expect(answer.html).toContain('/embed/work-orders?area=421002');
    const map = await text('/map?area=421002');
    const link = /application\/json\+oembed" href="([^"]+)"/.exec(map)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await (await portal.ask(new URL(link).pathname + new URL(link).search)).json()).toMatchObject({
      html: answer.html && (answer.html as string).replace('width="400"', 'width="600"'),
    });
    expect((await oembed({ url: page, format: 'xml' })).status).toBe(501);
    const statusOf = async (query: Record<string, string>) => (await oembed({ url: page, ...query })).status;
    expect([await statusOf({ maxwidth: '199' }), await statusOf({ maxheight: '199' })]).toEqual([404, 404]);
    expect([await statusOf({ maxwidth: '200' }), await statusOf({ maxwidth: '99999' })]).toEqual([200, 200]);
    const { origin } = new URL(page);
    for (const old of ['/work-orders/map?area=421002', '/map/?area=421002', '/work-orders/map/?area=421002'])
      expect(await (await oembed({ url: origin + old, maxwidth: '400' })).json(), old).toEqual(answer);
    const narrowed = await text('/map?category=roads-traffic');
    for (const at of [paths.embeddedOrders, paths.feed('work-orders')])
      expect(narrowed).toContain(`${at}?category=roads-traffic`);
    const moved = await portal.ask('/work-orders/map?category=roads-traffic&area=421002&x=y', {
      redirect: 'manual',
    });
    expect(moved.headers.get('Location')).toBe('/map?kind=work-order&area=421002&category=roads-traffic');
    for (const url of ['https://other.example/map', `${page.split('?')[0]}/x`, '', 'javascript:1'])
      expect((await oembed({ url })).status, url).toBe(404);
  });
});
