import type { Ref } from '@throughline/core';
import type { Target } from '@throughline/figures';

/**
 * What a document says, as data, without how it looks: sections of blocks, blocks of runs of words. Every way to write
 * a document (HTML today) knows these and nothing of a review, so that no two documents can differ in what they say.
 */
export interface Report {
  readonly title: string;
  /** ISO 8601, given by whoever asks for the document; absent, it carries no time and is the same every time. */
  readonly generatedAt?: string;
  /** Stands first, on every page: the review is made up. */
  readonly banner?: string;
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Section {
  /** Letters and hyphens; unique in the document. */
  readonly id: string;
  readonly title: string;
  /** The thing that the section is the place of: links to it end here. */
  readonly about?: Ref;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
}

export type Block = Paragraph | List | Table | Facts | Picture | SourceLines;

export interface Paragraph {
  readonly is: 'paragraph';
  readonly line: Line;
  readonly about?: Ref;
  /** note: beside the text; absence: something that a reader may miss, and why it is not there. */
  readonly role?: 'note' | 'absence';
}

export interface List {
  readonly is: 'list';
  readonly items: readonly Item[];
  readonly numbered?: boolean;
}

/** One entry. `about` makes it the place of a thing, or, with `elsewhere`, a mention whose place is another. */
export interface Item {
  readonly line: Line;
  readonly about?: Ref;
  readonly elsewhere?: boolean;
  readonly under?: readonly Item[];
}

export interface Table {
  readonly is: 'table';
  readonly caption: Line;
  readonly head: readonly string[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly Row[];
  /** Columns that hold numbers. */
  readonly numbers?: readonly number[];
}
export interface Row {
  readonly cells: readonly Line[];
  /** Cells that are places of their own: the counts of the flow. */
  readonly places?: readonly (Ref | undefined)[];
  readonly about?: Ref;
  readonly elsewhere?: boolean;
}

/** Terms with what is to be said of each. */
export interface Facts {
  readonly is: 'facts';
  readonly facts: readonly { readonly term: string; readonly said: readonly Line[]; readonly about?: Ref }[];
}

export interface Picture {
  readonly is: 'picture';
  /** "flow": names the file and the place in the document. */
  readonly name: string;
  readonly title: string;
  readonly svg: string;
  /** In the pixels of the drawing. */
  readonly width: number;
  readonly height: number;
  /** What the picture says, for whoever does not see it. */
  readonly description: string;
  readonly targets: readonly Target[];
  readonly caption: Line;
}

/** Lines of a file exactly as a source gave them. */
export interface SourceLines {
  readonly is: 'source-lines';
  readonly from: number;
  readonly text: string;
}

export type Line = readonly Run[];

/** Words, typeset by whose they are (authors' in quotation marks, participants' in italics as well), or leading on. */
export type Run =
  | string
  /** To the place of a thing in this document; plain words where it has none. */
  | { readonly as: 'link'; readonly text: string; readonly to: Ref }
  | { readonly as: 'section'; readonly text: string; readonly id: string }
  | { readonly as: 'address'; readonly text: string; readonly href: string }
  | { readonly as: 'authors-words' | 'participants-words' | 'words' | 'aside' | 'term'; readonly text: string };

export const paragraph = (line: Line, role?: Paragraph['role']): Paragraph => ({
  is: 'paragraph',
  line,
  ...(role === undefined ? {} : { role }),
});
export const link = (text: string, to: Ref): Run => ({ as: 'link', text, to });
export const aside = (text: string): Run => ({ as: 'aside', text });

/** Runs of several entries, with the same words between each two. */
export const between = (lines: readonly Line[], words: string): Line =>
  lines.flatMap((line, at) => (at === 0 ? line : [words, ...line]));

/** The words of a line without their dress: for tests, titles and plain text. */
export const plain = (line: Line): string => line.map((run) => (typeof run === 'string' ? run : run.text)).join('');

/** Every section in reading order, those inside others too. */
export const allSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((each) => [each, ...allSections(each.sections ?? [])]);
