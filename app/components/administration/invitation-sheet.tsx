import { Card, CardList, Notice, QrCode } from '~/components/ui';
import type { QrCodeProps } from '~/components/ui/figures/qr-code';
import type { Role } from '~/domains/actor';
import { invitations } from '~/i18n/invitations';
import { moderation } from '~/i18n/moderation';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';

export interface SheetLine {
  name: string;
  role: Role;
  area: string;
  mailedTo: string | null;
  /** To be handed over; null where it went by mail. */
  link: string | null;
  qr: Omit<QrCodeProps, 'label'> | null;
}

/** A slip for each who is invited, to be printed and cut apart: it is shown once. */
export function InvitationSheet({ lines, days }: { lines: readonly SheetLine[]; days: number }) {
  const t = useText(invitations);
  const m = useText(moderation);
  const { comma } = usePunctuation();
  const mailed = lines.filter(({ link }) => link === null);
  return (
    <>
      <Notice kind="success" title={t('sheet-made', { count: lines.length })}>
        <p>{t('sheet-once')}</p>
      </Notice>
      {mailed.length > 0 && (
        <p>
          {t('sheet-mailed', { count: mailed.length, names: mailed.map(({ name }) => name).join(comma) })}
        </p>
      )}
      <CardList label={t('sheet-title')} grid>
        {lines.map(
          ({ name, role, area, link, qr }) =>
            link !== null && (
              <Card
                key={link}
                title={name}
                meta={<span>{t('take-lead', { area, role: m(`role.${role}`) })}</span>}
              >
                <p>{t('sheet-how', { days })}</p>
                {qr && <QrCode {...qr} label={t('sheet-qr', { name })} />}
                <p>
                  <code className="shown-secret">{link}</code>
                </p>
              </Card>
            ),
        )}
      </CardList>
    </>
  );
}
