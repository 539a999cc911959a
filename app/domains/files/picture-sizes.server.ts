import type { Context } from '../context';
import { eachByItself } from '../each-by-itself';
import { inTransaction } from '../in-transaction.server';
import { sha256 } from '~/lib/sha256';
import { smallerPictures } from '~/platform/files/clean-picture.server';
import type { SmallerPicture } from '~/platform/files/clean-picture.server';
import { readStored } from '~/platform/files/read-stored.server';

/** As decoding takes a while each, and what is made is there the sooner. */
const atOnce = 20;

/** Keeps the smaller sizes of a picture; answers their rows. */
export async function keepSmaller({ files }: Pick<Context, 'files'>, sizes: readonly SmallerPicture[]) {
  const rows = [];
  for (const smaller of sizes) {
    const contentHash = sha256(smaller.bytes);
    await files.put(contentHash, smaller.bytes);
    rows.push({ edge: smaller.edge, contentHash, bytes: smaller.bytes.byteLength });
  }
  return rows;
}

/**
 * Makes the smaller sizes of pictures that came before there were any, the newest first. One whose bytes are missing or
 * broken is shown as it is and not tried again. Answers how many there were.
 */
export async function makeMissingSizes(ctx: Context): Promise<number> {
  const rows = await ctx.database.read.storedFile.findMany({
    where: { sizedAt: null, name: null },
    orderBy: { id: 'desc' },
    take: atOnce,
    select: { id: true, contentHash: true, width: true, height: true },
  });
  await eachByItself(rows, async ({ id, contentHash, width, height }) => {
    const bytes = width && height ? await readStored(ctx.files, contentHash) : null;
    const measures = { width: width ?? 0, height: height ?? 0 };
    const made = bytes ? await smallerPictures(bytes, measures).catch(() => []) : [];
    const sizes = await keepSmaller(ctx, made);
    await inTransaction(ctx, async (ctx) => {
      const { count } = await ctx.prisma.storedFile.updateMany({
        where: { id, sizedAt: null },
        data: { sizedAt: ctx.clock.now() },
      });
      // Removed meanwhile, or done by another process: what was put is there for nobody, or for that one as well.
      if (count > 0)
        await ctx.prisma.pictureSize.createMany({ data: sizes.map((size) => ({ fileId: id, ...size })) });
    });
    await ctx.giveWay();
  });
  return rows.length;
}
