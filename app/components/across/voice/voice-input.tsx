import { useEffect, useRef, useState } from 'react';
import { listen, typeInto } from './listening';
import type { Deafness } from './listening';
import { voiceInput } from '~/i18n/voice-input';
import { useLocale, useText } from '~/i18n/use-text';

export interface VoiceInputProps {
  /** The name of the field that takes the words, in the same form. */
  name: string;
}

/** Writes what is said into the field of that name; says who hears it before anyone speaks. */
export function VoiceInput({ name }: VoiceInputProps) {
  const t = useText(voiceInput);
  const locale = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const end = useRef<(() => void) | null>(null);
  const [said, setSaid] = useState<'listening' | 'ended' | Deafness | null>(null);
  useEffect(() => () => end.current?.(), []);
  const start = () => {
    const field = place.current?.closest('form')?.elements.namedItem(name);
    if (!(field instanceof HTMLTextAreaElement)) return;
    setSaid('listening');
    end.current = listen({
      locale,
      onWords: (words) => typeInto(field, words),
      onEnd: (why) => {
        end.current = null;
        setSaid(why ?? 'ended');
      },
    });
  };
  const listening = said === 'listening';
  return (
    <div className="voice-input" ref={place}>
      <button
        type="button"
        className="button button-secondary button-small"
        aria-pressed={listening}
        onClick={listening ? () => end.current?.() : start}
      >
        {t(listening ? 'stop' : 'start')}
      </button>
      <p role="status" className="field-hint">
        {said && t(`said.${said}`)}
      </p>
      <WhoHears />
    </div>
  );
}

function WhoHears() {
  const t = useText(voiceInput);
  return (
    <details className="field-hint">
      <summary>{t('privacy-title')}</summary>
      {t('privacy')}
    </details>
  );
}
