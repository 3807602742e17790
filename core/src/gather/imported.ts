import { z } from 'zod';
import { type ImportId, type RecordId, type SourceId, idOf, sha256 } from '../ids.js';
import { eachOnce, words } from '../kind.js';
import type { Held } from '../thing.js';

const count = () => z.number().int().nonnegative();
const place = () => z.number().int().positive();

/** What the change `source.imported` says: a file as it came, and the records that it brought. */
export const imported = z.object({
  id: idOf<ImportId>(),
  source: idOf<SourceId>(),
  file: z.object({
    name: words(),
    content: sha256(),
    bytes: count(),
    /** The name of the archive that it came in; its own is then its path there. */
    within: words().optional(),
  }),
  format: words(),
  /** For tables: what each column was taken for where a person said it; null where it fills no field. */
  columns: z.array(words().nullable()).optional(),
  /** How many entries could not be read; they are kept beside the records, with their lines. */
  unread: count(),
  /** Records of the file that could not be read at all. */
  refused: count().optional(),
  /** Records, among those read, of which something was cut or could not be read. */
  inPart: count().optional(),
  /** Records by the vendor whose hand shows in them; the names are those of the formats folder. */
  vendors: z.record(z.string(), count()).optional(),
  /** Access tokens in links were taken out; `file` is what is kept, without them. */
  tokens: z.boolean().optional(),
  /**
   * A search that was run again: what the source had given before, by its number in this file, and the record that it
   * is. It does not enter again. Present, if empty, where the file was compared.
   */
  known: z.array(z.object({ number: place(), record: idOf<RecordId>() })).optional(),
  /** The imports that gave what is known: they cannot be taken back under this one. */
  knownFrom: z.array(idOf<ImportId>()).refine(eachOnce, 'names an import twice').optional(),
  records: z.array(
    z.object({
      id: idOf<RecordId>(),
      /** Its place in the source: 1 for the first, or the number that the source printed. */
      number: place(),
      /** First and last line in the file, counted from 1. */
      lines: z.tuple([place(), place()]),
      label: words(),
      year: z.number().int().optional(),
      pages: words().optional(),
    }),
  ),
});
export type Imported = z.output<typeof imported>;

/** A file that was taken in. Its records are rows of their own; which were known stands in its change. */
export type Import = Held<
  Omit<Imported, 'id' | 'records' | 'known'> & {
    readonly read: number;
    /** How many were known; absent where the file was not compared with what came before. */
    readonly known?: number;
  }
> & { readonly id: ImportId };

/** What core knows of a record; its text stays in the keeper. */
export interface RecordRow extends Readonly<Omit<Imported['records'][number], 'lines'>> {
  readonly import: ImportId;
  readonly lines: readonly [number, number];
}
