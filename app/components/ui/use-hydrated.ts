import { useEffect, useState } from 'react';

/** Effects run in browsers alone: true there once the first page was taken over. */
let takenOver = false;

/** False on the server and in the first render in the browser, then true: for what only scripts can do. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(takenOver);
  useEffect(() => {
    takenOver = true;
    setHydrated(true);
  }, []);
  return hydrated;
}
