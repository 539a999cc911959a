import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillTemplate, templatePlaces, unknownPlaces } from './response-template';

it('fills each place, and refuses where a value is missing or there is no such place', () => {
  expect(fillTemplate('工单 {{number}}（{{ area }}）', { number: 'GZ1', area: '青石社区' })).toEqual({
    ok: true,
    text: '工单 GZ1（青石社区）',
  });
  expect(fillTemplate('{{number}} {{deadline}}', { number: 'GZ1' })).toEqual({
    ok: false,
    missing: 'deadline',
  });
  expect(fillTemplate('{{constructor}}', {})).toEqual({ ok: false, missing: 'constructor' });
  expect(unknownPlaces('{{number}} {{telephone}} {{}}')).toEqual(['telephone', '']);
});

it('never reads again what it filled in, and leaves text without places as it is', () => {
  const values = fc.record(
    Object.fromEntries(templatePlaces.map((name) => [name, fc.string({ minLength: 1 })])),
  );
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('{{')),
      values,
      (text, given) => {
        expect(fillTemplate(text, given)).toEqual({ ok: true, text });
        const nested = { ...given, title: '{{number}} $& $1' };
        expect(fillTemplate('{{title}}', nested)).toEqual({ ok: true, text: nested.title });
      },
    ),
  );
});
