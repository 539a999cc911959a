import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import xlsx from 'xlsx';
import { exportOrders } from './export-orders.query.server';
import { importOrders } from './import-orders.server';
import { addSource, mapStatus } from '../inbound/sources.server';
import type { Context } from '../../context';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { makeDepartment } from '../../../../tests/factories/departments';
import { makeFeedback } from '../../../../tests/factories/feedback';
import { registerWorkOrder } from '../../workorders/registering/register-work-order.server';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';

let test: TestContext;
let moderator: Context;
beforeEach(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'officer');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'admin', { role: 'administrator', areaId: '421002' });
  await makeDepartment(test, { id: 'department', memberId: 'officer' });
  moderator = await test.asPerson('moderator');
});
afterEach(() => test.dispose());

const head =
  'service_request_id,status_description,status_notes,service_name,description,agency_responsible,lat,long';
const table = (...lines: string[]) => Buffer.from([head, ...lines].join('\n'));
const load = (bytes: Uint8Array, dryRun = false) =>
  importOrders(moderator, { bytes, areaId: '421002', system: '12345', dryRun });
const orders = () => test.database.read.workOrder.findMany({ orderBy: { id: 'asc' } });

describe('importing orders', () => {
  it('makes them under their official numbers and dispatches them; the same table again changes nothing', async () => {
    const bytes = table(
      'A-1,open,,绿化公园,公园的树枝断了挡住路,城管局,30.32,112.24',
      'A-2,open,,facilities,路灯不亮了请修,,,',
    );
    expect(await load(bytes)).toMatchObject({ encoding: 'UTF-8', faults: [], created: 2 });
    expect(await orders()).toMatchObject([
      {
        externalNumber: 'A-1',
        externalSystem: '12345',
        state: 'dispatched',
        departmentId: 'department',
        latitude: 30.32,
      },
      { externalNumber: 'A-2', state: 'registered', areaId: '421002' },
    ]);
    expect(await load(bytes)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await orders()).toHaveLength(2);
  });

  it('keeps what was done of a long table that is broken off, and does the rest when it is run again', async () => {
    const lines = Array.from(
      { length: 60 },
      (_, index) => `L-${index},open,,facilities,第${index}盏路灯不亮了,,,`,
    );
    const { database } = moderator;
    let works = 0;
    const breaking: Context = {
      ...moderator,
      database: {
        ...database,
        transaction: (work) => {
          works += 1;
          // The trial takes three, the import itself breaks off in its second.
          return works === 5 ? Promise.reject(new Error('killed')) : database.transaction(work);
        },
      },
    };
    const input = { bytes: table(...lines), areaId: '421002', system: '12345', dryRun: false };
    await expect(importOrders(breaking, input)).rejects.toThrow('killed');
    const kept = (await orders()).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(60);
    expect(await importOrders(moderator, input)).toMatchObject({ created: 60 - kept, unchanged: kept });
    expect(await orders()).toHaveLength(60);
  });

  it('reads GB18030, and a trial leaves nothing behind', async () => {
    const bytes = iconv.encode(
      table('A-1,open,,绿化公园,公园的树枝断了挡住路,城管局,,').toString(),
      'gb18030',
    );
    const before = await test.database.read.event.count();
    expect(await load(bytes, true)).toMatchObject({ encoding: 'GB18030', faults: [], created: 1 });
    expect(await orders()).toEqual([]);
    expect(await test.database.read.event.count()).toBe(before);
    expect(await load(bytes)).toMatchObject({ created: 1 });
  });

  it('names every bad line and imports nothing', async () => {
    const report = await load(
      table(
        'A-1,open,,绿化公园,这一行是好的内容,,,',
        'A-2,open,,太空,没有这个类别啊,,,',
        'A-3,open,,绿化公园,没有这个部门啊,天文局,,',
        'A-4,closed,,绿化公园,已经办结的新单,,,',
      ),
    );
    expect(report.faults.map(({ line, key }) => `${line} ${key}`)).toEqual([
      '3 csv.no-service',
      '4 csv.no-department',
      '5 csv.closed-new',
    ]);
    expect(await orders()).toEqual([]);
  });

  it('brings known orders up to date by the table of statuses, all or none', async () => {
    const admin = await test.asPerson('admin');
    const source = await addSource(admin, { name: '12345', areaId: '421002', departmentId: 'department' });
    await mapStatus(admin, source.id, { status: '已办结', act: 'finish' });
    await load(
      table('A-1,open,,绿化公园,公园的树枝断了挡住路,城管局,,', 'A-2,open,,绿化公园,第二件树枝断了,,,'),
    );
    const bad = await load(
      table(
        'A-1,已办结,已清理完毕,绿化公园,x,,,',
        'A-2,已办结,,绿化公园,x,,,',
        'A-1x,不明,,绿化公园,内容内容内容,,,',
      ),
    );
    expect(bad.faults.map(({ line, key }) => `${line} ${key}`)).toEqual(['3 csv.refused']);
    expect((await orders())[0]?.state).toBe('dispatched');
    expect(await load(table('A-1,已办结,树枝已清理完毕,绿化公园,x,,,'))).toMatchObject({
      faults: [],
      updated: 1,
    });
    expect((await orders())[0]).toMatchObject({ state: 'done', report: '树枝已清理完毕' });
    expect((await load(table('A-1,退单中,,绿化公园,x,,,'))).faults).toMatchObject([{ key: 'csv.no-status' }]);
  });

  it('is for moderators of the area', async () => {
    const officer = await test.asPerson('officer');
    const input = {
      bytes: table('A-1,open,,绿化公园,内容内容,,,'),
      areaId: '421002',
      system: '12345',
      dryRun: true,
    };
    await expect(importOrders(officer, input)).rejects.toThrow('not-moderator');
    await expect(importOrders(moderator, { ...input, areaId: '421003' })).rejects.toThrow('not-moderator');
  });
});

describe('exporting orders', () => {
  const text = async (areaId = '421002') => {
    let all = '';
    for await (const piece of exportOrders(moderator, areaId)) all += piece;
    return all;
  };

  it('writes the columns with a byte-order mark, guards formulas, and can be imported again', async () => {
    await load(table('A-1,open,,绿化公园,"=HYPERLINK(""http://x"")\n很危险的公式",城管局,,'));
    const csv = await text();
    expect(csv.startsWith('\ufeffservice_request_id,requested_datetime,updated_datetime,closed_date,')).toBe(
      true,
    );
    expect(csv).toContain('"\'=HYPERLINK');
    expect(csv).toMatch(/2026-11-24T08:00:00Z/);
    expect(await load(Buffer.from(csv))).toMatchObject({ faults: [], unchanged: 1 });
    await expect(text('421003')).rejects.toThrow('not-moderator');
  });

  it('is read by a spreadsheet as one row an order, with its number whole', async () => {
    await load(
      table(
        '421002202611270001,open,,绿化公园,"树枝断了\n=1+1\n结束",城管局,30.32,112.24',
        '\'0012345,open,,绿化公园,"标题在此\n第二段，有逗号",,,',
      ),
    );
    const book = xlsx.read(await text(), { type: 'string', raw: true });
    const rows = xlsx.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, {
      header: 1,
      defval: '',
    });
    expect(rows).toHaveLength(3);
    expect(rows.map((row) => row.length)).toEqual([14, 14, 14]);
    expect(rows.slice(1).map(([number]) => number)).toEqual(["'421002202611270001", "'0012345"]);
  });
});

describe('orders between two portals', () => {
  const own = async () => {
    let all = '';
    for await (const piece of exportOrders(moderator, '421002')) all += piece;
    return Buffer.from(all);
  };
  const make = async () => {
    const id = await registerWorkOrder(moderator, {
      ...{ subjectKind: 'feedback', subjectId: await makeFeedback(test, 'officer') },
      ...{ title: '路灯不亮了请修', description: '第三盏路灯不亮', category: 'facilities' },
      ...{ departmentId: 'department', externalNumber: '', urgency: 'normal', deadline: undefined },
    } as Parameters<typeof registerWorkOrder>[1]);
    return test.database.read.workOrder.findUniqueOrThrow({ where: { id } });
  };

  it('keep when they were asked for, their place and how far they were', async () => {
    const row = 'A-9,2026-09-11T01:00:00Z,open,绿化公园,树枝断了挡住路,城管局,公园东门,accepted';
    const bytes = Buffer.from(
      `service_request_id,requested_datetime,status_description,service_name,description,agency_responsible,address,service_subtype\n${row}\n`,
    );
    expect(await load(bytes)).toMatchObject({ faults: [], created: 1 });
    expect(await orders()).toMatchObject([
      { createdAt: new Date('2026-09-11T01:00:00Z'), place: '公园东门', areaId: '421002' },
    ]);
    const told = await test.database.read.event.findFirst({ where: { type: 'bridge.order-followed' } });
    expect(told?.publicData).toContain('accepted');
    expect((await own()).toString()).toContain('2026-09-11T01:00:00Z');
    expect((await own()).toString()).toContain('公园东门');
    const future = bytes.toString().replace('2026-09-11', '2027-09-11').replace('A-9', 'A-10');
    expect((await load(Buffer.from(future))).faults).toMatchObject([{ key: 'csv.in-future' }]);
  });

  it('are unchanged when the portal reads its own table, and never another’s of the same number', async () => {
    const order = await make();
    const bytes = await own();
    expect(bytes.toString()).toContain(order.number);
    expect(await load(bytes)).toMatchObject({ faults: [], created: 0, unchanged: 1 });
    const others = Buffer.from(bytes.toString().replace('2026-11-24T08:00:00Z', '2026-11-24T07:00:00Z'));
    expect((await load(others)).faults).toMatchObject([{ key: 'csv.other-system' }]);
    const named = await importOrders(moderator, {
      ...{ bytes: others, areaId: '421002', system: '旧系统', dryRun: false },
    });
    expect(named).toMatchObject({ faults: [], created: 1, updated: 0 });
    expect(await orders()).toMatchObject([
      { number: order.number, externalNumber: null },
      { externalSystem: '旧系统', externalNumber: order.number },
    ]);
  });

  it('whose number lost its zeros are not made anew', async () => {
    await load(table("'0012345,open,,绿化公园,树枝断了挡住路,,,"));
    expect((await load(table('12345,open,,绿化公园,树枝断了挡住路,,,'))).faults).toMatchObject([
      { key: 'csv.lost-zeros', params: { known: '0012345' } },
    ]);
  });

  it('lie where the public matter lies that they are made of, and nowhere where it is confidential', async () => {
    const order = await make();
    const subjectId = await makeFeedback(test, 'officer');
    await test.database.transaction((tx) =>
      tx.prisma.feedback.update({
        where: { id: subjectId },
        data: { latitude: 30.3137, longitude: 112.2499, place: '便河西路' },
      }),
    );
    const words = { title: '路灯不亮了请修', description: '第三盏路灯不亮', category: 'facilities' };
    const input = { ...words, subjectKind: 'feedback', subjectId, departmentId: '', externalNumber: '' };
    const given = { ...input, urgency: 'normal', deadline: undefined } as Parameters<
      typeof registerWorkOrder
    >[1];
    const id = await registerWorkOrder(moderator, given);
    expect(await test.database.read.workOrder.findUniqueOrThrow({ where: { id } })).toMatchObject({
      latitude: 30.3137,
      longitude: 112.2499,
      place: '便河西路',
    });
    expect(order.latitude).toBeNull();
  });
});
