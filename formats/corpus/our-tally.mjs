import { platforms, showsIn, vendorsOf } from './databases.mjs';
import { otherFields } from './other-fields.mjs';
import { Tally, count } from './tally.mjs';

/** What our own reader makes of the files of one format, beyond what a peer is asked. */
export class OurTally extends Tally {
  recognised = { ours: 0, of: 0 };
  vendors = { ours: 0, of: 0 };
  accounted = { ours: 0, of: 0 };
  inTime = { ours: 0, of: 0 };
  writtenRecords = { ours: 0, of: 0 };
  writtenTags = { ours: 0, of: 0 };
  platformAbstracts = Object.fromEntries(Object.keys(platforms).map((name) => [name, { ours: 0, of: 0 }]));
  others = { ours: 0, of: 0 };
  /** One line each: a field that another program's tests expect otherwise. */
  differences = [];
  milliseconds = 0;
  /** Tags that no rule knows, with how many records have them. */
  notUnderstood = new Map();

  takeOurs(file, plain, read, bytes) {
    this.take(file, plain, read);
    this.#answer(this.recognised, read.recognised === file.format, file, `taken for ${read.recognised}`);
    const found = (read.records?.length ?? 0) + (read.refused ?? 0);
    this.#answer(this.accounted, found === file.expected, file, `${found} read and refused of ${file.expected}`);
    this.#takeVendor(file, plain ?? [], read.vendors ?? {});
    this.#takeTime(file, read.milliseconds ?? Number.POSITIVE_INFINITY, bytes);
    this.#takeOthers(file, read.records ?? []);
    if (read.written !== undefined) this.#takeWritten(file, read.written);
    for (const { tag, times } of read.notUnderstood ?? []) {
      this.notUnderstood.set(tag, (this.notUnderstood.get(tag) ?? 0) + times);
    }
  }

  /** Abstracts by the platform that the record or the table names. */
  compared({ database }, { field, kept, links }) {
    if (field !== 'abstract') return;
    for (const [name, isFrom] of Object.entries(platforms)) {
      if (isFrom(database, links)) count(this.platformAbstracts[name], kept);
    }
  }

  /** The vendor that most records are said to show: one that the table names, or that the records name themselves. */
  #takeVendor(file, plain, vendors) {
    const asked = vendorsOf(file.database);
    if (asked.length === 0) return;
    const [most = 'none'] = Object.entries(vendors).sort(([, left], [, right]) => right - left)[0] ?? [];
    const right = asked.includes(most) || showsIn(plain, most);
    this.#answer(this.vendors, right, file, `vendor ${most}, the table says ${file.database}`);
  }

  /** A second, and a second a megabyte. */
  #takeTime(file, milliseconds, bytes) {
    this.milliseconds += Number.isFinite(milliseconds) ? milliseconds : 0;
    const right = milliseconds <= 1000 + bytes / 1000;
    this.#answer(this.inTime, right, file, `${Math.round(milliseconds)} ms of CPU for ${bytes} bytes`);
  }

  #takeOthers(file, records) {
    for (const { record, from, field, wanted, ours, same } of otherFields(file.items ?? [], records)) {
      count(this.others, same);
      const where = `${file.file}: record ${record} (line ${from})`;
      if (!same) this.differences.push(`${where}: ${field} "${ours}", expected "${wanted}"`);
    }
  }

  #takeWritten(file, { records, same, tags, tagsBack, wrong }) {
    this.writtenRecords.ours += same;
    this.writtenRecords.of += records;
    this.writtenTags.ours += tagsBack;
    this.writtenTags.of += tags;
    for (const { record, wrong: what } of wrong) {
      this.failures.push(`${file.file}: record ${record} written and read again: ${what} not the same`);
    }
  }

  #answer(tally, right, { file }, otherwise) {
    count(tally, right);
    if (!right) this.failures.push(`${file}: ${otherwise}`);
  }
}
