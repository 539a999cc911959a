import type { Database } from '~/platform/db/database.server';

export interface MadeArea {
  id: string;
  code: string;
  level: string;
  name: string;
  parentId: string | null;
}

const names = ['中心', '文化宫', '塔桥', '江津', '红门路', '长港', '白云', '便河', '朝阳', '三岔路'];
const community = (number: number) =>
  `${names[number % names.length]}${number < names.length ? '' : number}社区`;

/** So many areas below the city 4210: districts of thirty streets, each with a hundred communities whose names repeat. */
export function manyAreas(count: number): MadeArea[] {
  const areas: MadeArea[] = [];
  const add = (id: string, level: string, name: string, parentId: string) =>
    void areas.push({ id, code: id.padEnd(12, '0'), level, name, parentId });
  for (let district = 50; areas.length < count; district += 1) {
    const districtId = `4210${district}`;
    add(districtId, 'district', `第${district}区`, '4210');
    for (let street = 1; street <= 30 && areas.length < count; street += 1) {
      const streetId = `${districtId}${String(street).padStart(3, '0')}`;
      add(streetId, 'street', `${names[street % names.length]}${street}街道`, districtId);
      for (let number = 0; number < 100 && areas.length < count; number += 1)
        add(`${streetId}${String(number + 1).padStart(3, '0')}`, 'community', community(number), streetId);
    }
  }
  return areas;
}

const together = 150;

export async function insertAreas(database: Database, areas: readonly MadeArea[]): Promise<void> {
  for (let at = 0; at < areas.length; at += together) {
    const rows = areas.slice(at, at + together);
    await database.transaction((tx) =>
      tx.sql.run(
        `INSERT INTO "Area" ("id", "code", "level", "name", "parentId") VALUES ${rows.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
        rows.flatMap(({ id, code, level, name, parentId }) => [id, code, level, name, parentId]),
      ),
    );
  }
}
