import { isRouteErrorResponse, useLocation } from '@remix-run/react';
import { LinkButton } from '~/components/ui/button';
import { TypedText } from '~/components/ui/page/typed-text';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

const known = [400, 401, 403, 404, 409, 410, 413, 429, 503] as const;
/** Looking again may show something else. */
const changing: readonly number[] = [409, 429, 500, 503];
type Known = (typeof known)[number] | 500;

/** The status whose words fit: an unknown 4xx is told as 400, all else as 500. */
export function statusToTell(error: unknown): Known {
  if (!isRouteErrorResponse(error)) return 500;
  return known.find((status) => status === error.status) ?? (error.status < 500 ? 400 : 500);
}

function reasonOf(error: unknown): string | null {
  if (!isRouteErrorResponse(error)) return null;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('reason' in data)) return null;
  return typeof data.reason === 'string' ? data.reason : null;
}

/** What was typed into the form that was refused together with its page. */
function typedIn(error: unknown): string[] {
  const { typed } = (isRouteErrorResponse(error) ? (error.data ?? {}) : {}) as { typed?: string[] };
  return typed ?? [];
}

/** What went wrong, in words, and what to do next. Never anything of the inside. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useText(common);
  const { pathname, search } = useLocation();
  const status = statusToTell(error);
  if (isOffline(error)) return <OfflinePage path={pathname + search} />;
  const title = t(`error.${status}`);
  const reason = reasonOf(error);
  return (
    <div className="error-page">
      <p className="text-ink-soft">{t('error.code', { status })}</p>
      <h1>{title}</h1>
      {reason && reason !== title && <p className="text-lg">{reason}</p>}
      <p>{t(`error.${status}-next`)}</p>
      <TypedText texts={typedIn(error)} />
      <div className="form-actions">
        {status === 401 && (
          <LinkButton to={`${paths.signIn}?next=${encodeURIComponent(pathname + search)}`}>
            {t('account.sign-in')}
          </LinkButton>
        )}
        {changing.includes(status) && (
          <a href={pathname + search} className="button button-primary">
            {t('error.retry')}
          </a>
        )}
        <LinkButton to="/" variant="secondary">
          {t('error.home')}
        </LinkButton>
      </div>
    </div>
  );
}

/** Nothing came: not an answer of the portal, but none. The server never renders this. */
function isOffline(error: unknown): boolean {
  return error instanceof TypeError && typeof navigator !== 'undefined' && !navigator.onLine;
}

function OfflinePage({ path }: { path: string }) {
  const t = useText(common);
  return (
    <div className="error-page">
      <h1>{t('error.offline')}</h1>
      <p>{t('error.offline-next')}</p>
      <div className="form-actions">
        <a href={path} className="button button-primary">
          {t('error.retry')}
        </a>
      </div>
    </div>
  );
}
