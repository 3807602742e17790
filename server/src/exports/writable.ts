import { type Format, formats } from '@throughline/formats';

/** A format that can be written. */
export type WritableFormat = Format & { readonly write: NonNullable<Format['write']> };

const isWritable = (format: Format): format is WritableFormat => format.write !== undefined;

/** The formats that records can be taken away in. */
export const writableFormats: readonly WritableFormat[] = formats.filter(isWritable);

export const writableFormat = (name: string): WritableFormat | undefined =>
  writableFormats.find((format) => format.name === name);
