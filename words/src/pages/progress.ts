import type { RoomName } from '@throughline/core';
import { counted } from '../sentence.js';

type Numbers = Readonly<Record<string, number>>;

/** One honest line a room, from the room's own numbers. A number that did not come counts as none. */
export function sayProgress(room: RoomName, numbers: Numbers): string {
  return lines[room]((name) => numbers[name] ?? 0);
}

const lines: Readonly<Record<RoomName, (n: (name: string) => number) => string>> = {
  plan: (n) =>
    n('protocols') + n('criteria') === 0
      ? 'no protocol yet'
      : both(n('protocols') === 0 ? 'no protocol' : 'protocol', counted(n('criteria'), 'criterion', 'criteria')),
  gather: (n) =>
    n('sources') === 0
      ? 'no source yet'
      : `${counted(n('records'), 'record')} held, ${counted(n('sources'), 'source')}`,
  screen: (n) => {
    if (n('works') === 0) return 'nothing to screen yet';
    const read = `${said(n('read'))} of ${said(n('works'))} read`;
    return n('disagreements') === 0
      ? both(read, `${said(n('included'))} in`)
      : both(read, counted(n('disagreements'), 'disagreement'));
  },
  read: (n) =>
    n('reports') === 0
      ? 'no report yet'
      : both(counted(n('reports'), 'report'), counted(n('studies'), 'study', 'studies')),
  relate: (n) =>
    n('categories') + n('relations') === 0
      ? n('outcomes') === 0
        ? 'not related yet'
        : 'how they relate is said'
      : both(counted(n('categories'), 'category', 'categories'), counted(n('relations'), 'relation')),
  translate: (n) =>
    n('concepts') === 0
      ? 'no translation held'
      : both(counted(n('concepts'), 'concept'), counted(n('cells'), 'translation')),
  synthesise: (n) =>
    n('constructs') === 0
      ? 'no construct yet'
      : both(counted(n('constructs'), 'construct'), counted(n('claims'), 'claim')),
  report: (n) => both(counted(n('contradictions'), 'contradiction'), counted(n('gaps'), 'gap')),
  notes: (n) =>
    n('memos') + n('discussions') === 0
      ? 'no memo yet'
      : both(counted(n('memos'), 'memo'), counted(n('discussions'), 'discussion')),
};

const both = (first: string, second: string): string => `${first}, ${second}`;
const said = (value: number): string => value.toLocaleString('en-GB');
