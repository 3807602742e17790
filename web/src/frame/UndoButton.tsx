import { deedOf, fill, frameWords } from '@throughline/words';
import { useHouse, useStore } from '../house/HouseContext.js';
import { Button } from '../ui/Button.js';
import { useCommand, useLetter } from '../ui/keys.js';

/** Takes back the last thing that this person did here, and says what that is. */
export function UndoButton() {
  const { done } = useHouse();
  const store = useStore();
  const last = done.at(-1);
  const deed = last === undefined ? '' : deedOf(last);
  const undo = async () => {
    await store.allAnswered();
    const latest = store.state().done.at(-1);
    if (latest === undefined) store.announce(frameWords.nothingToUndo);
    else if (store.undo(latest)) store.announce(fill(frameWords.undone, { deed: deedOf(latest) }));
  };
  useCommand('z', () => void undo(), false);
  useLetter('u', () => void undo());
  return (
    <Button letter="U" aria-disabled={last === undefined} onClick={() => void undo()}>
      {last === undefined ? frameWords.undo : fill(frameWords.undoIt, { deed })}
    </Button>
  );
}
