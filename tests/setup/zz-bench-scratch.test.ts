import { it } from 'vitest';
import { testDatabase } from './database';
const at = new Date();
const seconds = 4;
async function measure(name: string, work: (tx: any, n: number) => Promise<void>) {
  const test = await testDatabase();
  let n = 0; let done = 0; const until = performance.now() + seconds * 1000; const start = performance.now();
  await Promise.all(Array.from({ length: 50 }, async () => {
    while (performance.now() < until) { n += 1; const k = n; await test.database.transaction((tx) => work(tx, k)); done += 1; }
  }));
  console.log(name, Math.round(done / ((performance.now() - start) / 1000)), 'tx/s');
  await test.dispose();
}
const insert = 'INSERT INTO "Follow" ("personId", "subjectKind", "subjectId", "createdAt") VALUES (?, ?, ?, ?)';
it('bench', async () => {
  await measure('3 prisma creates', async (tx, n) => { for (let i = 0; i < 3; i++) await tx.prisma.storedFile.create({ data: { id: `${n}-${i}`, contentHash: 'x', mediaType: 'image/webp', bytes: 1, createdAt: at } }); });
  await measure('3 raw inserts', async (tx, n) => { for (let i = 0; i < 3; i++) await tx.sql.run(insert, ['p', 'area', `${n}-${i}`, at]); });
  const test = await testDatabase();
  await test.database.transaction((tx) => tx.prisma.storedFile.create({ data: { id: `a`, contentHash: 'x', mediaType: 'image/webp', bytes: 1, createdAt: at } }));
  let c = 0; const t = performance.now(); while (performance.now() - t < 3000) { await test.database.read.storedFile.findUnique({ where: { id: 'a' } }); c++; }
  console.log('findUnique', Math.round(c / 3), '/s');
  await test.dispose();
}, 60000);
