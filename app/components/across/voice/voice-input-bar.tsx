import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import type { VoiceInputProps } from './voice-input';
import { useHydrated } from '~/components/ui/use-hydrated';

/** Loaded where the browser can hear; where it cannot be, the field is typed into. */
const VoiceInput = lazy<(props: VoiceInputProps) => ReactNode>(() =>
  import('./voice-input').then(
    (loaded) => ({ default: loaded.VoiceInput }),
    () => ({ default: () => null }),
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
