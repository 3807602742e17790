import { fromNote } from '../decided/note.js';

/** The lines of a field of notes, as they stand: a decision in them says every character as it was. */
export function noteLines(notes: string): string[] {
  return notes.split(/[\r\n]+/).filter((line) => line !== '');
}

/** A field of notes without the lines in which this program put decisions and groups. */
export function withoutOwnNotes(notes: string): string {
  if (!notes.includes('Throughline: ')) return notes;
  const kept = notes.split(/(?=[\r\n])/).filter((line) => fromNote(line.replace(/^[\r\n]+/, '')) === undefined);
  return kept.join('');
}
