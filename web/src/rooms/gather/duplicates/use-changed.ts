import { useHouse } from '../../../house/HouseContext.js';

/** Another number whenever the review changed, also where that does not travel here: what the server said is asked again. */
export function useChanged(): number {
  const { stored, moved } = useHouse();
  return stored + moved;
}
