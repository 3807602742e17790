import { standing } from '@throughline/core';
import type { ImportAnswer, Readings } from '@throughline/wire';
import { useSyncExternalStore } from 'react';
import { useServer, useStore } from '../../../house/HouseContext.js';
import { upload } from '../../../house/ask.js';
import { newId } from '../../../house/new-id.js';
import type { Server } from '../../../house/server.js';
import type { HouseStore } from '../../../house/store.js';
import { Bringing } from './bringing.js';
import type { BroughtFile, Good } from './brought-file.js';
import { guessSource, waitingSource } from './guess-source.js';

/** One list for each open review: it goes on while the person looks at other rooms. */
const lists = new WeakMap<HouseStore, Bringing>();

function listOf(store: HouseStore, server: Server): Bringing {
  const known = lists.get(store);
  if (known !== undefined) return known;
  const made = new Bringing({
    read: (fields, file, watch) => upload<Readings>(server.address('readings'), fields, file, watch),
    bring: (fields, file, watch) => upload<ImportAnswer>(server.address('sources'), fields, file, watch),
    sourceFor: (reading) => sourceFor(store, reading),
    newTask: () => newId('import'),
  });
  lists.set(store, made);
  return made;
}

/** A source that waits for its file, or else a new one as the file tells it. */
function sourceFor(store: HouseStore, reading: Good) {
  const { gather } = store.state().held.shown;
  const guess = guessSource(reading);
  const used = new Set(standing(gather.imports).map(({ source }) => source as string));
  return waitingSource(gather.sources, used, guess) ?? guess;
}

/** The files that are being brought in, and what can be done with them. */
export function useBringing(): { readonly bringing: Bringing; readonly files: readonly BroughtFile[] } {
  const bringing = listOf(useStore(), useServer());
  return { bringing, files: useSyncExternalStore(bringing.subscribe, bringing.files) };
}
