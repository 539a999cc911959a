import type { ReadContext } from '~/domains/context';
import { paths } from '~/paths';
import { qrSquares } from '~/platform/qr/qr-code.server';

/** Claims with the picture of their code, which leads the business's phone to checking it off. */
export const withCodePictures = <Claim extends { code: string | null }>(
  ctx: ReadContext,
  claims: readonly Claim[],
) =>
  claims.map((claim) => ({
    ...claim,
    qr: claim.code
      ? qrSquares(`${ctx.configuration.publicUrl}${paths.handOverReward}?code=${claim.code}`)
      : null,
  }));
