import type { TestContext } from '../../setup/context';
import type { Prisma } from '~/platform/db/database.server';
import { recountStatistics } from '~/domains/statistics/index.server';

const categories = ['roads-traffic', 'environment', 'housing', 'elderly-care', 'children-schools'];

/** Two districts, three streets, five communities: as many orders each month as the place has, none or few in some. */
const communities: [id: string, monthly: number][] = [
  ['421002001001', 9],
  ['421002001002', 2],
  ['421002002001', 6],
  ['421002002002', 0],
  ['421003001001', 1],
];

const nameOf = (id: string) => `区${id.slice(-5)}`;
const levelOf = (id: string) => ({ 4: 'city', 6: 'district', 9: 'street' })[id.length] ?? 'community';

export async function makeTown(test: TestContext): Promise<void> {
  const ids = new Set(communities.flatMap(([id]) => [4, 6, 9, 12].map((digits) => id.slice(0, digits))));
  await test.database.transaction(async (tx) => {
    for (const id of [...ids].sort((a, b) => a.length - b.length || a.localeCompare(b)))
      await tx.prisma.area.create({
        data: {
          ...{ id, code: id.padEnd(12, '0'), level: levelOf(id), name: nameOf(id) },
          ...{
            parentId:
              [...ids]
                .filter((one) => one.length < id.length && id.startsWith(one))
                .sort()
                .at(-1) ?? null,
          },
          bounds: id.length === 12 ? squareOf(id) : null,
        },
      });
  });
}

/** A square for each community, beside the one before. */
function squareOf(id: string): string {
  const at = communities.findIndex(([one]) => one === id);
  const [west, south] = [112.2 + at * 0.02, 30.3];
  const [east, north] = [west + 0.02, south + 0.02];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return JSON.stringify({ type: 'Polygon', coordinates: [ring] });
}

/**
 * Orders from April 2024 to the 24th of November 2026, some merged and some refused, and one rise in October 2026. Three of
 * four were said in confidence; they go to the departments in turn.
 */
export async function makeOrders(test: TestContext, departmentIds: readonly string[] = []): Promise<void> {
  let count = 0;
  const rows: Prisma.WorkOrderCreateManyInput[] = [];
  for (
    let year = 2024, month = 4;
    year < 2026 || month <= 11;
    month === 12 ? ((year += 1), (month = 1)) : (month += 1)
  ) {
    for (const [areaId, monthly] of communities) {
      const isRise = year === 2026 && month === 10 && areaId === '421002002001';
      const times = isRise
        ? 40
        : monthly + (month === 7 ? 2 * monthly : 0) + (count % 3 === 0 && monthly > 1 ? 1 : 0);
      for (let at = 0; at < times; at += 1) {
        count += 1;
        const createdAt = new Date(Date.UTC(year, month - 1, 1 + ((count * 7) % 24), count % 20));
        rows.push({
          ...{
            id: `order-${String(count).padStart(6, '0')}`,
            number: `T${count}`,
            title: 't',
            description: 'd',
          },
          category: categories[(count * count) % 5] ?? 'other',
          ...{ areaId, level: 'community', createdBy: 'system', createdAt, updatedAt: createdAt },
          isConfidential: count % 4 !== 0,
          departmentId: departmentIds[Math.floor(count / 3) % departmentIds.length] ?? null,
          state: count % 17 === 0 ? 'not-accepted' : 'dispatched',
          mergedIntoId: count % 23 === 0 ? 'order-000001' : null,
        });
      }
    }
  }
  await test.database.transaction((tx) => tx.prisma.workOrder.createMany({ data: rows }));
  await recountStatistics(test.as('system'));
}
