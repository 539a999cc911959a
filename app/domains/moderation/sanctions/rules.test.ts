import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bars, endOf, mostDays, sanctionLevels, stands } from './rules';

const now = new Date('2026-11-29T00:00:00Z');
const level = fc.constantFrom(...sanctionLevels);
const days = fc.integer({ min: 1, max: mostDays });
const area = fc.constantFrom('42', '4210', '421002', '421002001001', '43');

it('a sanction stands until its end and never after, whatever its level', () => {
  fc.assert(
    fc.property(level, days, fc.integer({ min: 0, max: 400 }), (level, days, later) => {
      const endsAt = endOf(level, days, now);
      const at = new Date(now.getTime() + later * 24 * 3600_000);
      expect(stands({ endsAt, endedAt: null }, at)).toBe(endsAt === null || at < endsAt);
      expect(stands({ endsAt, endedAt: now }, at)).toBe(false);
    }),
  );
});

it('none bars outside its area, none that ended bars, and a warning bars nothing', () => {
  fc.assert(
    fc.property(level, days, area, area, (level, days, held, asked) => {
      const sanction = { level, areaId: held, endsAt: endOf(level, days, now), endedAt: null };
      expect(bars(sanction, asked, now)).toBe(level !== 'warning' && asked.startsWith(held));
      expect(bars({ ...sanction, endedAt: now }, asked, now)).toBe(false);
    }),
  );
});
