import type { DifferencePart } from '~/lib/texts/difference';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

/** What was added and taken out between two texts, as marks that screen readers tell. */
export function Difference({ parts }: { parts: DifferencePart[] }) {
  const t = useText(proposals);
  return parts.map((part, index) => {
    if (part.kind === 'same') return <span key={index}>{part.text}</span>;
    const Change = part.kind === 'added' ? 'ins' : 'del';
    return (
      <Change key={index} aria-label={t(part.kind === 'added' ? 'added' : 'removed')}>
        {part.text}
      </Change>
    );
  });
}
