import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { it } from 'vitest';
import { loadDemoIfEmpty } from '../../prisma/seed/load-demo.server';
import { testDatabase } from '../setup/database';
import { openServices } from '~/http/server/services.server';
import { readConfiguration } from '~/platform/configuration.server';
import * as kept from '../../app/domains/files/pictures.server';
import { scenes } from '../../prisma/seed/pictures/scenes';
import sharp from 'sharp';
void kept;
it('measures', async () => {
  const test = await testDatabase();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-demo-'));
  const services = await openServices(readConfiguration({ LOG_LEVEL: 'silent', DATABASE_URL: test.url, DEMO_MODE: 'true', FILES_DIRECTORY: path.join(folder, 'f'), BALLOT_KEYS_DIRECTORY: path.join(folder, 'k'), LOG_KEY_DIRECTORY: path.join(folder, 'l') }));
  const a = process.cpuUsage(); const t = performance.now();
  await loadDemoIfEmpty(services, () => {});
  const b = process.cpuUsage(a);
  const attachments = await services.database.read.attachment.count();
  const files = await services.database.read.storedFile.findMany({ select: { contentHash: true, bytes: true } });
  const unique = new Map(files.map((f) => [f.contentHash, f.bytes]));
  process.stdout.write(`\nDEMO cpu ${(b.user + b.system) / 1e6} s wall ${(performance.now() - t) / 1000} attachments ${attachments} files ${files.length} unique ${unique.size} bytes ${[...unique.values()].reduce((x, y) => x + y, 0)}\n`);
  const c = process.cpuUsage();
  for (const scene of Object.values(scenes)) {
    const made = await kept.makePicture(await sharp(Buffer.from(scene.draw())).resize(800, 600).png({ compressionLevel: 1 }).toBuffer());
    void made;
  }
  const d = process.cpuUsage(c);
  process.stdout.write(`SCENES cpu ${(d.user + d.system) / 1e6} s for ${Object.keys(scenes).length}\n`);
  await services.database.close();
  await test.dispose();
}, 300000);
