import type { Stage } from '@throughline/core';
import type { Sentence } from './sentence.js';

/** Where a work is read, within a sentence. */
export const stageWords: Readonly<Record<Stage, string>> = {
  'title-abstract': 'title and abstract',
  'full-text': 'full text',
};

/** Why a share is not handed over or not taken back. Nothing was changed then. */
export const shareProblems: Readonly<Record<string, Sentence>> = {
  'share.nothingToRead':
    'There is nothing left to hand over: {person} has read every work of this sample at this stage, or there is none.',
  'share.notAShare': 'This is a review’s file, but no share that was handed over. Nothing was taken in.',
  'share.otherReview': 'This is a share of another review. Open the review that it came from to take it back.',
  'share.notHandedHere':
    'This share was not handed over from this copy of the review. Take it back into the copy that it came from.',
  'share.cancelled': 'That this share was handed over has been taken back. Nothing was taken in.',
  'share.altered':
    'What was handed over has been altered in this file since. Nothing was taken in. Ask for the file as it was worked on.',
  'share.otherPerson':
    'This share was handed over to {person}, but {by} has worked in it, too. Nothing was taken in. Only what {person} did can be taken back.',
  'share.damaged':
    'This share is damaged at the change {id}, and was not taken in as a whole. The file was left as it is.',
  'share.personUnknown': 'There is no {person} among the people of this review. It has {people}.',
  'share.personTwice': 'More than one person of this review is called {person}. Name one by their id: {people}.',
};
