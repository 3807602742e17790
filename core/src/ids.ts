import { z } from 'zod';

declare const kindOfThing: unique symbol;

/**
 * The name of one thing in a review, made by whoever proposes it. Ids of different things cannot be swapped:
 * a `ReportId` is not a `StudyId`, though both are strings when stored.
 */
export type Id<Of extends string> = string & { readonly [kindOfThing]: Of };

export type ReviewId = Id<'review'>;
export type PersonId = Id<'person'>;
export type ChangeId = Id<'change'>;
export type SourceId = Id<'source'>;
export type ImportId = Id<'import'>;
export type RecordId = Id<'record'>;
export type ReportId = Id<'report'>;
export type StudyId = Id<'study'>;
export type DocumentId = Id<'document'>;
export type PassageId = Id<'passage'>;
export type SecondOrderId = Id<'second-order construct'>;
export type ConceptId = Id<'concept'>;
export type LevelId = Id<'level'>;
export type ThirdOrderId = Id<'third-order construct'>;

/** Letters, digits and `. _ : -`, at most 80: safe in a URL, a file name, a selector and a spreadsheet. */
export const idShape = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/;

/** A schema for ids of one kind of thing. */
export const idOf = <I extends Id<string>>() =>
  z
    .string()
    .regex(idShape)
    .transform((text) => text as I);

/** Says that this text is an id of that kind. For the edges, where text arrives from a file, a command or a page. */
export const asId = <I extends Id<string>>(text: string): I => text as I;

/** Lower-case hexadecimal SHA-256 of some bytes: how files and withdrawn content are named in the log. */
export type Sha256 = string & { readonly [kindOfThing]: 'sha256' };
export const sha256 = () =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .transform((text) => text as Sha256);
