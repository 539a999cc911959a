import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { useHydrated } from '~/components/ui/use-hydrated';

export interface VoiceInputProps {
  /** The name of the field that takes the words, in the same form. */
  name: string;
}

const nothing = { default: (_props: VoiceInputProps) => null };
/** Loaded where the browser can hear; where it cannot be, the field is typed into. */
const VoiceInput = lazy<(props: VoiceInputProps) => ReactNode>(() =>
  import('./voice-input').then(
    (loaded) => ({ default: loaded.VoiceInput }),
    () => nothing,
  ),
);

const canHear = () => 'SpeechRecognition' in window || 'webkitSpeechRecognition' in window;

/** The button by which a field is spoken into, where scripts run and the browser can write down what it hears. */
export function VoiceInputBar({ name }: VoiceInputProps) {
  if (!useHydrated() || !canHear()) return null;
  return (
    <Suspense fallback={null}>
      <VoiceInput name={name} />
    </Suspense>
  );
}
