/**
 * Records of a tagged file, as a person would look them up: lines with a tag, and what stands below belongs to the tag
 * above. `line` matches a tag and its value, `opens` says where a record begins, `closes` where one ends.
 */
export function taggedRecords(text, { line: tagged, opens, closes = () => false }) {
  const records = [];
  let open;
  let blank = true;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value = ''] = tagged.exec(line) ?? [];
    if (opens({ line, tag, value, blank, open })) {
      open = [];
      records.push(open);
    }
    if (open && tag) open.push({ tag, value });
    else if (open && open.length > 0 && line.trim()) open.at(-1).value += ` ${line.trim()}`;
    if (closes(tag)) open = undefined;
    blank = line.trim() === '';
  }
  return records;
}

/** The first value that is not empty, of the first tag that has one. */
export function firstOf(record, tags, suits = () => true) {
  return allOf(record, tags).find((value) => value !== '' && suits(value));
}

/** Every value of these tags, tag by tag. */
export function allOf(record, tags) {
  return tags.flatMap((tag) => record.filter((each) => each.tag === tag)).map(({ value }) => value.trim());
}
