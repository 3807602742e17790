import type { HouseStore } from './store.js';

/**
 * Proposes a change for a form that says itself what is wrong: the sentence of the refusal, or undefined when it was
 * shown. What only the server can refuse later is told by the frame, as for every other act.
 */
export function proposeHere(store: HouseStore, change: Parameters<HouseStore['propose']>[0]): string | undefined {
  if (store.propose(change)) return undefined;
  const refusal = store.state().refusals.at(-1);
  if (refusal === undefined) return '';
  store.dismiss(refusal.id);
  return refusal.words;
}
