import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ageBands } from '~/lib/age-bands';
import { checkCharacter } from '~/domains/organisations/rules/credit-code';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-command-line-'));
const program = path.resolve('bin/gongzhi.mjs');

/** Calls the command as an administrator would, from another folder, over a SQLite file of the test's own. */
function gongzhi(args: string[], environment: Record<string, string> = {}): Promise<Ended> {
  const own = {
    NODE_ENV: 'production' as const,
    PATH: process.env.PATH ?? '',
    DATABASE_URL: `file:${path.join(folder, 'portal.sqlite')}`,
    FILES_DIRECTORY: path.join(folder, 'files'),
    BALLOT_KEYS_DIRECTORY: path.join(folder, 'ballot-keys'),
    LOG_KEY_DIRECTORY: path.join(folder, 'log-key'),
    // A build of its own, unless the caller names one: a portal that runs from `build` keeps what it runs.
    GONGZHI_BUILD_DIRECTORY: path.resolve(
      process.env.GONGZHI_BUILD_DIRECTORY ?? 'node_modules/.cache/test-build',
    ),
  };
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...own, ...environment } };
    execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

beforeAll(() => gongzhi(['--help']), 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gongzhi', () => {
  it('explains itself, and ends with 2 on a call that it does not know', async () => {
    const help = await gongzhi(['--help']);
    expect([help.code, help.stderr]).toEqual([0, '']);
    for (const name of [
      'start',
      'serve',
      'migrate',
      'create-administrator',
      'import-areas',
      'import-departments',
      'import-map',
      'import-census',
      'backup',
      'restore',
      'doctor',
      'rotate-data-key',
      'tally',
      'opinions',
      'verify',
      'similar',
    ])
      expect(help.stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect((await gongzhi(['nonsense'])).code).toBe(2);
    expect((await gongzhi(['import-areas'])).code).toBe(2);
  });

  it('names a bad variable and ends with 2', async () => {
    const { code, stderr } = await gongzhi(['migrate'], { PORT: 'eighty', DATA_KEY: 'short' });
    expect(code).toBe(2);
    expect(stderr).toContain('PORT: must be a whole number from 0 to 65535');
    expect(stderr).toContain('DATA_KEY: must be 32 bytes in base64');
  });

  it('changes DATA_KEY by a key in a file, and says what comes next in the language asked', async () => {
    const DATABASE_URL = `file:${path.join(folder, 'rotated.sqlite')}`;
    const [old, fresh] = [7, 8].map((byte) => Buffer.alloc(32, byte).toString('base64'));
    const under = (DATA_KEY = '') => ({ DATABASE_URL, DATA_KEY });
    writeFileSync(path.join(folder, 'new.key'), `${fresh}\n`);
    expect((await gongzhi(['migrate'], under(old))).code).toBe(0);
    const neither = await gongzhi(['rotate-data-key', '--language', 'zh'], under(old));
    expect([neither.code, neither.stderr]).toEqual([2, expect.stringContaining('--finish（完成更换）')]);
    const begun = await gongzhi(['rotate-data-key', '--key-file', 'new.key', '--language', 'zh'], under(old));
    expect([begun.code, begun.stderr]).toEqual([0, '']);
    expect(begun.stdout).toContain('gongzhi rotate-data-key --finish');
    expect(begun.stdout).not.toContain(fresh);
    const early = await gongzhi(['rotate-data-key', '--finish', '--language', 'en'], under(old));
    expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('DATA_KEY is still the old one')]);
    const other = await gongzhi(['recount-statistics'], under(Buffer.alloc(32, 9).toString('base64')));
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('sealed with another key')]);
    for (const key of [old, fresh]) expect((await gongzhi(['recount-statistics'], under(key))).code).toBe(0);
  });

  it('leads an administrator from an empty folder to a database with areas, a role and a copy', async () => {
    const administrator = [
      'create-administrator',
      '--email',
      'wang@example.org',
      '--name',
      '王敏',
      '--area',
      '421002',
    ];
    expect(await gongzhi(administrator)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('gongzhi migrate'),
    });
    expect((await gongzhi(['migrate'])).code).toBe(0);
    expect(await gongzhi(['migrate'])).toMatchObject({ code: 0, stdout: 'The database is up to date.\n' });

    const header = 'code,name,name_en,latitude,longitude\n';
    writeFileSync(
      path.join(folder, 'bad.csv'),
      `${header}421000000000,荆州市,Jingzhou,30.3,112.2\n12,x,,,\n`,
    );
    const bad = await gongzhi(['import-areas', 'bad.csv']);
    expect([bad.code, bad.stderr]).toEqual([
      2,
      expect.stringMatching(/^line 3: .*\nNothing was imported\.\n$/s),
    ]);
    writeFileSync(
      path.join(folder, 'areas.csv'),
      `${header}421000000000,荆州市,Jingzhou,30.3,112.2\n421002000000,沙市区,Shashi,30.3,112.2\n`,
    );
    expect(await gongzhi(['import-areas', 'areas.csv'])).toMatchObject({
      code: 0,
      stdout: 'Imported 2 areas.\n',
    });
    expect((await gongzhi(administrator)).code).toBe(0);

    const departments = 'credit_code,name,area,about,contact\n';
    const officeLine = (code: string) => `${departments}${code},城管局,沙市区,城市管理执法,\n`;
    const call = ['import-departments', 'departments.csv', '--reason', '政府部门名录'];
    writeFileSync(path.join(folder, 'departments.csv'), officeLine('114210020000000'));
    const noCode = await gongzhi(call);
    expect([noCode.code, noCode.stderr]).toEqual([
      2,
      expect.stringMatching(/^line 2: .*114210020000000.*\nNothing was imported\.\n$/s),
    ]);
    const first17 = '11421002000000001';
    writeFileSync(
      path.join(folder, 'departments.csv'),
      officeLine(first17 + (checkCharacter(first17) ?? '')),
    );
    expect((await gongzhi([...call, '--dry-run'])).stdout).toContain('Would import 1 new departments');
    expect((await gongzhi(call)).stdout).toContain('Imported 1 new departments');
    expect((await gongzhi(call)).stdout).toContain(
      'Imported 0 new departments and 0 corrections; 1 were there',
    );

    writeFileSync(
      path.join(folder, 'map.geojson'),
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"waterway":"river"},"geometry":{"type":"LineString","coordinates":[[112.2,30.3],[112.3,30.3]]}}]}',
    );
    expect(await gongzhi(['import-map', 'map.geojson', '--coordinates', 'gcj-02'])).toMatchObject({
      code: 0,
      stdout: 'Imported 1 lines and 0 outlines.\n',
    });
    expect(await gongzhi(['import-map', 'map.geojson', '--coordinates', 'mars'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('bd-09'),
    });
    expect(await gongzhi(['import-map', 'areas.csv'])).toMatchObject({
      code: 2,
      stderr: 'no proper JSON\nNothing was imported.\n',
    });
    const people = ageBands.map((band) => `421002000000,${band},9`);
    writeFileSync(path.join(folder, 'census.csv'), ['area_code,age_band,people', ...people].join('\n'));
    const census = ['import-census', 'census.csv', '--source', '人口普查'];
    expect(await gongzhi([...census, '--year', 'soon'])).toMatchObject({ code: 2 });
    expect(await gongzhi([...census, '--year', '2020'])).toMatchObject({
      code: 0,
      stdout: 'Imported 7 lines as version 1.\n',
    });
    expect(
      await gongzhi(['import-census', 'areas.csv', '--year', '2020', '--source', '人口普查']),
    ).toMatchObject({
      code: 2,
      stderr: 'line 1: Columns are missing: area_code, age_band, people\nNothing was imported.\n',
    });

    expect((await gongzhi(['backup', 'copy'])).code).toBe(0);
    expect(await gongzhi(['backup', 'copy'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('exists'),
    });
    const restored = { DATABASE_URL: `file:${path.join(folder, 'restored.sqlite')}` };
    expect(await gongzhi(['restore', 'copy'], restored)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Every row is there'),
    });
    expect((await gongzhi(['migrate'], restored)).stdout).toBe('The database is up to date.\n');
    expect((await gongzhi(['restore', 'no-such-folder'], restored)).code).toBe(2);
    expect(await gongzhi(['doctor', '--language', 'zh'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('SESSION_SECRET 还是演示用的密钥'),
    });
  });
});
