import { Form, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { useRootData } from './use-viewer';
import { paths } from '~/paths';

const themes = ['system', 'light', 'dark'] as const;

interface PreferenceFormProps {
  legend: string;
  /** The page comes anew: its code has the words of one language. */
  reloads?: boolean;
  children: ReactNode;
}

function PreferenceForm({ legend, reloads = false, children }: PreferenceFormProps) {
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={paths.preferences} reloadDocument={reloads} preventScrollReset>
      <input type="hidden" name="next" value={pathname + search} />
      <fieldset className="preference-row">
        <legend>{legend}</legend>
        {children}
      </fieldset>
    </Form>
  );
}

/** Language, appearance and large type: small forms, each sent by its button. */
export function Preferences() {
  const t = useText(common);
  const root = useRootData();
  const { locale, theme, senior } = root ?? { locale: 'zh-CN', theme: 'system', senior: false };
  return (
    <>
      <PreferenceForm legend={t('preferences.language')} reloads>
        <button name="locale" value="zh-CN" lang="zh-CN" aria-pressed={locale === 'zh-CN'}>
          中文
        </button>
        <button name="locale" value="en" lang="en" aria-pressed={locale === 'en'}>
          English
        </button>
      </PreferenceForm>
      <PreferenceForm legend={t('preferences.theme')}>
        {themes.map((name) => (
          <button key={name} name="theme" value={name} aria-pressed={theme === name}>
            {t(`preferences.theme-${name}`)}
          </button>
        ))}
      </PreferenceForm>
      <PreferenceForm legend={t('preferences.type-size')}>
        <button name="senior" value={senior ? 'off' : 'on'}>
          {t(senior ? 'preferences.senior-off' : 'preferences.senior-on')}
        </button>
      </PreferenceForm>
    </>
  );
}
