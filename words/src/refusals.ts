import type { Refusal, RefusalCode } from '@throughline/core';
import { type Sentence, fill } from './sentence.js';

/** Every refusal of core, in words that a reviewer understands. */
export const refusals: Readonly<Record<RefusalCode, Sentence>> = {
  'change.kindUnknown':
    'This program does not know the change "{kind}". It may come from a newer version of Throughline.',
  'change.payloadInvalid': 'The change "{kind}" was not stored: {where} {what}.',
  'change.unreadable':
    'A stored change of the kind "{kind}" could not be read. It is kept, and listed among the conflicts.',
  'change.versionNewer': 'The change "{kind}" has version {version}, which this program is too old to read.',
  'review.notStarted': 'The review has not been started yet.',
  'review.readOnly':
    'A newer version of Throughline has worked on this review ({kinds}). It can be read here, but not changed.',
  'role.mayNot': 'As {role} you may not change this part of the review. Ask a lead of the review.',
  'role.lastLead': 'A review needs a lead. Make somebody else lead first.',
  'thing.exists': 'There is already something with the id {id}.',
  'thing.missing': 'What this refers to ({id}) is not in the review.',
  'thing.gone': 'What this refers to ({id}) has been taken away since.',
  'thing.stoodOn': 'This cannot be taken away while something rests on it: {by}.',
  'thing.stoodOnUnseen': 'This cannot be taken away while something rests on it that you may not see.',
  'thing.onlyOne': 'There is one of these in a review, and it is there already. Edit that one.',
  'thing.stays': 'This stays with the review and cannot be taken away.',
  'thing.changedSince':
    'Somebody else changed the {field} of this since. It now says "{present}". Nothing was taken away.',
  'field.changedSince':
    'Somebody else changed the {field} while you were writing. It now says "{present}"; you wrote "{proposed}". Nothing was overwritten.',
  'field.unknown': 'There is no field {field} here.',
  'undo.notOne': 'That is not a change of this review.',
  'undo.nothing': 'There is nothing to take back.',
  'undo.laterWork': 'This cannot be taken back, because {id} {field} was changed again later.',
  'undo.notYours': 'Only a lead may take back what somebody else did.',
  'undo.differs': 'Taking back would restore something other than what stood before. Load the page again and retry.',
  'group.overlaps': 'One of these records is already in the duplicate group {group}.',
  'group.losesRecords': 'These records of the group would stand nowhere: {records}. Nothing was changed.',
  'group.foreignRecords': 'These records are not in the duplicate group: {records}. Nothing was changed.',
  'group.recordTwice': 'The record {record} stands in two parts. Each record goes into one.',
  'group.onePart': 'A group is taken apart into at least two parts.',
  'group.asBefore': 'These records are one duplicate group already.',
  'distinct.oneGroup':
    'These records stand in one duplicate group ({group}). Take it apart to say that they are different reports.',
  'correction.twice': 'This record is corrected already ({correction}). Edit that correction.',
  'vote.twice':
    'You have already voted on this record, or on a duplicate of it, at this stage. Change your vote instead.',
  'vote.outsideFlow': 'This record is kept for reference only and is not screened. Say first by which source it came.',
  'vote.noReason': 'An exclusion at full text needs a reason.',
  'settle.noConflict': 'There is no disagreement to settle on this record.',
  'settle.blind': 'The votes of this stage are blind. A lead opens them before a disagreement is settled.',
  'settle.over':
    'This was settled otherwise on another record of the same report. Settle it anew, over what was settled before.',
  'opening.twice': 'This is open already: {what}.',
  'report.recordTaken': 'This record is already the report {report}.',
  'study.saysOne':
    'Reports among these stand together in the study “{study}”. Take that study apart first, then say that they are not one.',
  'passage.notInText': 'The passage does not lie in the text of the document ({from} to {to} of {length}).',
  'passage.noText': 'This document has no text in which a passage could be marked.',
  'cell.taken': 'This report is already translated for this concept ({cell}). Edit that translation.',
  'order.twice': 'A report stands twice in this order.',
  'link.toItself': 'Something cannot be linked to itself.',
};

/** A refusal as a sentence. */
export const sayRefusal = ({ code, values }: Refusal): string => fill(refusals[code], values);
