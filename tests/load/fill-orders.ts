import type BetterSqlite3 from 'better-sqlite3';
const categories = Array.from({ length: 12 }, (_, index) => `category-${index}`);

/** Ten streets of ten communities, thirty departments, twelve categories, twelve months. */
const communities = Array.from(
  { length: 100 },
  (_, index) => `4210020${String(10 + Math.floor(index / 10))}${String(1 + (index % 10)).padStart(3, '0')}`,
);
const departments = 30;
const aDay = 86_400_000;
const now = Date.now();
const iso = (milliseconds: number) => new Date(milliseconds).toISOString().replace('Z', '+00:00');

/** The areas in which the orders lie. */
export function fillAreas(database: BetterSqlite3.Database): void {
  const area = database.prepare(
    'INSERT OR IGNORE INTO "Area" ("id", "code", "level", "name", "parentId") VALUES (?, ?, ?, ?, ?)',
  );
  const add = (id: string, level: string, parent: string | null) =>
    area.run(id, id.padEnd(12, '0'), level, id, parent);
  add('4210', 'city', null);
  add('421002', 'district', '4210');
  for (const id of communities) {
    add(id.slice(0, 9), 'street', '421002');
    add(id, 'community', id.slice(0, 9));
  }
}

/** Ids in the order of time, without the cost of a million random ones. */
const idOf = (index: number) => String(index).padStart(26, '0');

/** Orders of the past year, or of so many days, as they stand; every second one with an answered call-back. */
export function fillOrders(database: BetterSqlite3.Database, count: number, days = 355): void {
  const order = database.prepare(
    `INSERT INTO "WorkOrder" ("id", "number", "title", "description", "category", "areaId", "level", "departmentId",
     "state", "createdBy", "createdAt", "updatedAt", "acceptedAt", "doneAt", "deadlineAt", "reopenedCount")
     VALUES (?, ?, 't', 'd', ?, ?, 'community', ?, ?, 'system', ?, ?, ?, ?, ?, ?)`,
  );
  const callBack = database.prepare(
    `INSERT INTO "CallBack" ("id", "workOrderId", "personId", "round", "askedAt", "answeredAt", "solved", "rating")
     VALUES (?, ?, 'p', 1, ?, ?, ?, ?)`,
  );
  for (let index = 0; index < count; index += 1) {
    const at = now - (days + 5) * aDay + Math.floor((index / count) * days * aDay);
    const id = idOf(index);
    const mix = (index * 2_654_435_761) % 4_294_967_296;
    const created = iso(at);
    order.run(
      ...[
        id,
        `B${index}`,
        categories[mix % 12],
        communities[Math.floor(mix / 16) % 100],
        `d${Math.floor(mix / 512) % departments}`,
      ],
      ...['archived', created, created, created, iso(at + 3 * aDay)],
      ...[iso(at + (mix % 10 === 0 ? 2 : 5) * aDay), mix % 17 === 0 ? 1 : 0],
    );
    if (index % 2 === 0)
      callBack.run(idOf(index), id, created, created, mix % 5 === 0 ? 0 : 1, 1 + (mix % 5));
  }
}
