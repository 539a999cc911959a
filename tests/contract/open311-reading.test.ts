import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, open311Portal, report, xmlOf } from './setup/open311-portal';
import type { Open311Portal } from './setup/open311-portal';
import { makePerson } from '../factories/proposals';
import { report as reportThing } from '../factories/reports';
import { makeFeedback } from '../factories/feedback';
import { decideFeedback, decideReportedFeedback } from '~/domains/feedback/index.server';
import { childrenOf, textOf } from '~/lib/xml/read-xml';

let portal: Open311Portal;
beforeAll(async () => {
  portal = await open311Portal();
});
afterAll(() => portal.dispose());

const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
interface Listed {
  service_request_id: string;
  status: string;
  requested_datetime: string;
}

describe('discovery', () => {
  it('tells the same in both formats, without a charset', async () => {
    const [xml, json] = [await portal.get('discovery.xml'), await portal.get('discovery.json')];
    expect(xml.headers.get('Content-Type')).toBe('text/xml');
    expect(json.headers.get('Content-Type')).toBe('application/json');
    const root = await xmlOf(xml);
    const found = await jsonOf<{ contact: string; changeset: string; endpoints: Record<string, unknown>[] }>(
      json,
    );
    expect(root.name).toBe('discovery');
    expect(textOf(root, 'contact')).toBe(found.contact);
    expect(Date.parse(found.changeset)).toBeLessThan(Date.now());
    expect(found.endpoints[0]).toMatchObject({
      specification: 'http://wiki.open311.org/GeoReport_v2',
      type: 'production',
      formats: ['text/xml', 'application/json'],
    });
    const url = String(found.endpoints[0]?.url);
    expect(url).toMatch(/\/open311\/v2$/);
    // As the specification's examples join it, as FixMyStreet does, and as whoever does both.
    for (const joined of ['services.json', '/services.json', 'discovery.xml', '/discovery.xml'])
      expect((await portal.get(joined)).status).toBe(200);
    const [endpoint] = childrenOf(childrenOf(root, 'endpoints')[0] ?? root, 'endpoint');
    expect(childrenOf(endpoint ?? root, 'formats')[0]?.children.map(({ text }) => text)).toContain(
      'text/xml',
    );
  });
});

describe('services', () => {
  it('lists them as XML with declaration and without namespace, and as a bare array', async () => {
    const xml = await portal.get('services.xml');
    expect(xml.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
    const text = await xml.clone().text();
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>/);
    expect(text).not.toContain('xmlns');
    const services = childrenOf(await xmlOf(xml), 'service');
    const json = await portal.get('services.json');
    expect(json.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    const list = await jsonOf<Record<string, unknown>[]>(json);
    expect(services.map((service) => textOf(service, 'service_code'))).toEqual(
      list.map((service) => service.service_code),
    );
    for (const service of list) {
      expect(service).toMatchObject({ metadata: true, type: 'realtime', keywords: '' });
      expect(service.service_name).toBe(String(service.service_name).trim());
    }
  });

  it('defines a service, with orders from 1 and values', async () => {
    const root = await xmlOf(await portal.get('services/safety.xml'));
    expect(root.name).toBe('service_definition');
    const attributes = childrenOf(childrenOf(root, 'attributes')[0] ?? root, 'attribute');
    expect(attributes.map((attribute) => textOf(attribute, 'order'))).toEqual(['1', '2', '3', '4', '5']);
    expect(attributes.map((attribute) => textOf(attribute, 'code'))).toContain('fixmystreet_id');
    const values = childrenOf(attributes[0] ?? root, 'values')[0];
    expect(values?.children.map((value) => [value.name, textOf(value, 'key')])).toEqual([
      ['value', 'no'],
      ['value', 'yes'],
    ]);
    const definition = await jsonOf<{
      service_code: string;
      attributes: { required: boolean; automated?: string }[];
    }>(await portal.get('services/safety.json'));
    expect(definition.service_code).toBe('safety');
    expect(definition.attributes[0]?.required).toBe(true);
    expect(definition.attributes.filter(({ automated }) => automated === 'server_set')).toHaveLength(2);
  });

  it.each(['services/none', 'requests/none', 'tokens/none', 'services.xml?jurisdiction_id=9'])(
    'answers 404 in both shapes for %s',
    async (path) => {
      const [name, query = ''] = path.replace('.xml', '').split('?');
      const xml = await portal.get(`${name}.xml?${query}`);
      expect(xml.status).toBe(404);
      const root = await xmlOf(xml);
      expect(root.name).toBe('errors');
      expect(textOf(childrenOf(root, 'error')[0] ?? root, 'code')).toBe('404');
      expect(textOf(childrenOf(root, 'error')[0] ?? root, 'description')).not.toBeNull();
      const json = await portal.get(`${name}.json?${query}`);
      expect(await json.json()).toEqual([{ code: 404, description: expect.any(String) as string }]);
    },
  );

  it('answers 404 for other addresses and 405 for other methods', async () => {
    expect((await portal.get('services')).status).toBe(404);
    expect((await portal.get('constructor.xml')).status).toBe(404);
    expect((await portal.post('services.xml', [['a', 'b']])).status).toBe(405);
    expect((await portal.post('tokens/x.xml', [['a', 'b']])).status).toBe(405);
  });
});

describe('requests', () => {
  const list = async (query: string) =>
    jsonOf<Listed[]>(await portal.get(`requests.json?page_size=1000&${query}`));
  const ids = async (query: string) => (await list(query)).map((request) => request.service_request_id);

  it('shows public ones in both formats, and never what is not public, hidden or taken back', async () => {
    const shown = await makeFeedback(portal.test, 'resident');
    const confidential = await makeFeedback(portal.test, 'resident', { isPublic: 'no' });
    const hidden = await makeFeedback(portal.test, 'resident');
    await makePerson(portal.test, 'reporter');
    await reportThing(portal.test, 'reporter', { kind: 'feedback', id: hidden });
    await decideReportedFeedback(await portal.asPerson('moderator'), {
      feedbackId: hidden,
      hide: true,
      reason: '含有他人隐私',
    });
    expect(await ids('')).toEqual([shown]);
    for (const id of [confidential, hidden])
      expect((await portal.get(`requests/${id}.json`)).status).toBe(404);
    expect(await ids(`service_request_id=${confidential},${shown},none&status=closed`)).toEqual([shown]);
    const [request] = childrenOf(await xmlOf(await portal.get(`requests/${shown}.xml`)), 'request');
    if (!request) throw new Error('none');
    expect(textOf(request, 'service_request_id')).toBe(shown);
    expect(textOf(request, 'status')).toBe('open');
    expect(textOf(request, 'service_code')).toBe('environment');
    for (const name of ['requested_datetime', 'updated_datetime', 'expected_datetime'])
      expect(textOf(request, name)).toMatch(date);
    const [json] = await jsonOf<Record<string, unknown>[]>(await portal.get(`requests/${shown}.json`));
    expect(json).toMatchObject({ lat: null, zipcode: null, media_url: null, status_notes: null });
    expect(JSON.stringify(json)).not.toContain('resident');
  });

  it('filters by status, service, area and window, and by the time of the update too', async () => {
    const open = await makeFeedback(portal.test, 'resident', { category: 'greening' });
    const closed = await makeFeedback(portal.test, 'resident', { category: 'greening' });
    await decideFeedback(await portal.asPerson('moderator'), closed, {
      act: 'answer',
      words: '已经安排修剪。',
    });
    const old = new Date(Date.now() - 30 * 86_400_000);
    await portal.services.database.transaction((tx) =>
      tx.prisma.feedback.update({ where: { id: closed }, data: { createdAt: old } }),
    );
    expect(await ids('service_code=greening&status=open')).toEqual([open]);
    expect(await ids('service_code=greening&status=closed')).toEqual([closed]);
    expect(await ids('service_code=greening&status=open,closed&start_date=&end_date=')).toEqual([
      open,
      closed,
    ]);
    expect(await ids('service_code=greening&jurisdiction_id=421002')).toHaveLength(2);
    expect(await ids('service_code=greening&jurisdiction_id=421003')).toEqual([]);
    const at = (milliseconds: number) =>
      encodeURIComponent(new Date(Date.now() + milliseconds).toISOString().replace(/\.\d+Z/, 'Z'));
    const hour = 3_600_000;
    // Asked a month ago, and changed now.
    expect(await ids(`service_code=greening&start_date=${at(-hour)}&end_date=${at(hour)}`)).toEqual([
      open,
      closed,
    ]);
    expect(
      await ids(`service_code=greening&start_date=${at(-31 * 24 * hour)}&end_date=${at(-29 * 24 * hour)}`),
    ).toEqual([closed]);
    expect(
      await ids(`service_code=greening&start_date=${at(-20 * 24 * hour)}&end_date=${at(-10 * 24 * hour)}`),
    ).toEqual([]);
    // A zone written with a plus sign that was not escaped.
    expect(
      await ids(
        'service_code=greening&start_date=2026-01-01T08:00:00+08:00&end_date=2026-01-02T08:00:00+08:00',
      ),
    ).toEqual([]);
  });

  it('lists what was changed after an instant, whenever it was asked, and ids beyond counting', async () => {
    const [open = '', closed = ''] = await ids('service_code=greening&status=OPEN,Closed');
    const at = (milliseconds: number) =>
      encodeURIComponent(new Date(Date.now() + milliseconds).toISOString().replace(/\.\d+Z/, 'Z'));
    const hour = 3_600_000;
    await portal.services.database.transaction((tx) =>
      tx.prisma.feedback.update({
        where: { id: open },
        data: { updatedAt: new Date(Date.now() - 48 * hour) },
      }),
    );
    expect(await ids(`service_code=greening&updated_after=${at(-hour)}`)).toEqual([closed]);
    expect(await ids(`service_code=greening&updated_before=${at(-hour)}`)).toEqual([open]);
    expect(await ids(`service_code=greening&updated_after=${at(-500 * 24 * hour)}`)).toHaveLength(2);
    expect(
      await ids(`service_code=greening&updated_after=${at(-hour)}&start_date=${at(-24 * hour)}`),
    ).toEqual([]);
    expect((await portal.get('requests.xml?updated_after=soon')).status).toBe(400);
    expect((await portal.get(`requests.xml?updated_after=${at(0)}&updated_before=${at(-hour)}`)).status).toBe(
      400,
    );
    const many = Array.from({ length: 400 }, (_, index) => String(index).padStart(26, '0'));
    expect(await ids(`service_request_id=${[...many, closed].join(',')}`)).toEqual([closed]);
  });

  it('divides into pages', async () => {
    const all = await ids('');
    const first = await jsonOf<Listed[]>(await portal.get('requests.json?page_size=1&page=1'));
    const second = await jsonOf<Listed[]>(await portal.get('requests.json?page_size=1&page=2'));
    expect([...first, ...second].map((request) => request.service_request_id)).toEqual(all.slice(0, 2));
    expect(await jsonOf(await portal.get('requests.json?page_size=1&page=99'))).toEqual([]);
  });

  it.each([
    'start_date=yesterday',
    'start_date=2026-11-24',
    'start_date=2026-02-30T00:00:00Z',
    'start_date=2026-11-24T00:00:00',
    'start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z',
    'start_date=2026-11-02T00:00:00Z&end_date=2026-11-01T00:00:00Z',
    'status=half',
    'page=0',
    'page_size=1001',
  ])('refuses %s', async (query) => {
    const answer = await portal.get(`requests.json?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject([{ code: 400 }]);
  });

  it('refuses unknown services and tells of several faults at once', async () => {
    expect((await portal.get('requests.xml?service_code=none')).status).toBe(404);
    const faults = await jsonOf<unknown[]>(await portal.get('requests.json?status=half&page=0'));
    expect(faults).toHaveLength(2);
  });

  it('adds what it knows of an order where extensions are asked for', async () => {
    const posted = await jsonOf<[{ service_request_id: string }]>(
      await portal.post('requests.json', report(portal.key)),
    );
    const id = posted[0].service_request_id;
    const [request] = await jsonOf<Record<string, Record<string, unknown>>[]>(
      await portal.get(`requests/${id}.json?extensions=true`),
    );
    expect(request?.extended_attributes).toMatchObject({ state: 'submitted', number: null });
  });
});
