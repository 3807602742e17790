import type { RoomName } from '@throughline/core';
import type { Sentence } from '../sentence.js';

/** One honest line a room; places in braces are the room's own numbers, already said with their nouns. */
export const progressWords: Readonly<Record<RoomName, { readonly line: Sentence; readonly none: Sentence }>> = {
  plan: { line: '{criteria}, {positions}', none: 'no protocol yet' },
  gather: { line: '{records} from {sources}', none: 'no source yet' },
  screen: { line: '{assessed}, {included} included', none: 'nothing screened yet' },
  read: { line: '{reports} of {studies}', none: 'no report yet' },
  relate: { line: '{categories}, {relations}', none: 'not yet related' },
  translate: { line: '{concepts} in {cells}', none: 'no translations' },
  synthesise: { line: '{constructs}, {claims}', none: 'no construct yet' },
  report: { line: '{cited} of {claims} cite a report', none: 'nothing to report yet' },
  notes: { line: '{memos}', none: 'no memo yet' },
};
