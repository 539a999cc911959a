import { OnePicture, Pictures } from '~/components/files/pictures';
import type { Picture } from '~/components/files/pictures';
import { useText } from '~/i18n/use-text';
import { orderRounds } from '~/i18n/order-rounds';

type Both = Record<'before' | 'after', readonly Picture[]>;

/** Half the page beside its margins; on wide screens half the column. */
const half = '(min-width: 48rem) 22rem, 45vw';

/**
 * What it was like and what it is like now: the first pictures of each side by side, and the others below under their
 * words. Where there is one side only it is a list.
 */
export function BeforeAndAfter({ before, after }: Both) {
  const [first, ...others] = before;
  const [last, ...more] = after;
  if (!first || !last) return <Lists {...{ before, after }} />;
  return (
    <>
      <div className="before-after">
        <Side when="before" picture={first} />
        <Side when="after" picture={last} />
      </div>
      <Lists before={others} after={more} />
    </>
  );
}

function Side({ when, picture }: { when: keyof Both; picture: Picture }) {
  const t = useText(orderRounds);
  const words = t(`pictures-${when}`);
  return (
    <figure>
      <figcaption>{words}</figcaption>
      <OnePicture picture={picture} called={words} sizes={half} />
      {picture.description && <p className="field-hint">{picture.description}</p>}
    </figure>
  );
}

function Lists(pictures: Both) {
  const t = useText(orderRounds);
  return (['before', 'after'] as const).map(
    (when) =>
      pictures[when].length > 0 && (
        <div key={when}>
          <h3>{t(`pictures-${when}`)}</h3>
          <Pictures pictures={pictures[when]} />
        </div>
      ),
  );
}
