import type { RoomName } from '@throughline/core';
import { beginningWords, counted, fill } from '@throughline/words';
import type { RoomProgress } from '@throughline/wire';

const words = beginningWords.overview;

export interface NextStep {
  readonly room: RoomName;
  readonly name: string;
  readonly why: string;
}

/** What there is to do or to look at next, in the order of the method; nothing that would lead to an empty page. */
export function nextSteps(progress: RoomProgress): NextStep[] {
  const at = (room: RoomName, number: string): number => progress[room]?.[number] ?? 0;
  const unread = at('screen', 'works') - at('screen', 'read');
  const included = at('screen', 'included') - at('read', 'reports');
  const [gaps, contradictions] = [at('report', 'gaps'), at('report', 'contradictions')];
  const steps: readonly (readonly [RoomName, boolean, string, string])[] = [
    ['plan', at('plan', 'protocols') === 0, words.nextPlan, words.nextPlanWhy],
    ['gather', at('gather', 'records') === 0, words.nextGather, words.nextGatherWhy],
    ['screen', unread > 0, words.nextScreen, fill(words.nextScreenWhy, { count: counted(unread, 'record') })],
    ['read', included > 0, words.nextRead, fill(words.nextReadWhy, { count: counted(included, 'report') })],
    ['synthesise', at('synthesise', 'propositions') > 0, words.nextArgument, words.nextArgumentWhy],
    ['screen', at('gather', 'records') > 0, words.nextFlow, words.nextFlowWhy],
    ['report', gaps + contradictions > 0, words.nextFindings, saidFound(gaps, contradictions)],
  ];
  return steps.filter(([, open]) => open).map(([room, , name, why]) => ({ room, name, why }));
}

const saidFound = (gaps: number, contradictions: number): string =>
  fill(words.nextFound, { gaps: counted(gaps, 'gap'), contradictions: counted(contradictions, 'contradiction') });
