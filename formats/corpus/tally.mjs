import { comparedFields, keptFields, wantedItems } from './compare-records.mjs';

/** `ours` of `of`. */
const none = () => ({ ours: 0, of: 0 });

/** What one reader makes of the files of one format. */
export class Tally {
  files = none();
  quirks = none();
  records = none();
  notRefused = none();
  kept = Object.fromEntries(keptFields.map((field) => [field, none()]));
  expectedFields = none();
  /** One line each: the file, the record, and what is wrong with it. */
  failures = [];

  /** `read`: `{ records }` as the reader gives them, or `{ failed }`. */
  take(file, plain, read) {
    const records = read.records ?? [];
    count(file.quirk ? this.quirks : this.files, records.length === file.expected);
    this.records.ours += records.length;
    this.records.of += file.expected;
    count(this.notRefused, read.failed === undefined && (records.length > 0 || file.expected === 0));
    if (read.failed !== undefined) this.#fail(file, firstLine(read.failed));
    else if (records.length !== file.expected) this.#fail(file, this.#wrongCount(records, file, plain));
    this.#compare(file, plain ?? [], records);
    this.#expect(file, records);
  }

  #wrongCount(records, { expected }, plain) {
    const second = plain === undefined ? '' : `; the second reading finds ${plain.length}`;
    return `${records.length} records, expected ${expected}${second}`;
  }

  #compare(file, plain, records) {
    for (const each of comparedFields(file.format, plain, records)) {
      count(this.kept[each.field], each.kept);
      if (!each.kept) this.#fail(file, `record ${each.record}${lineOf(each)}: ${each.field} not kept`);
      this.compared?.(file, each);
    }
  }

  #expect(file, records) {
    for (const each of comparedFields(file.format, wantedItems(file.items ?? []), records)) {
      count(this.expectedFields, each.kept);
      if (!each.kept) this.#fail(file, `record ${each.record}${lineOf(each)}: ${each.field} not as expected`);
    }
  }

  #fail({ file }, what) {
    this.failures.push(`${file}: ${what}`);
  }
}

export function count(tally, right) {
  tally.of += 1;
  if (right) tally.ours += 1;
}

const lineOf = ({ from }) => (from === undefined ? '' : ` (line ${from})`);
const firstLine = (text) => text.split('\n', 1)[0];
