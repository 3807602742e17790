import { useSyncExternalStore } from 'react';

/** From this width on three places stand side by side. The style sheet of the frame says the same. */
const wide = '(min-width: 68rem)';

const subscribe = (listener: () => void) => {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

export const useWide = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(wide).matches);
