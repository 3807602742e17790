/**
 * A second, deliberately plain reading of RIS, to check the reader against: what a person would look up in the file.
 * It knows nothing of the reader's rules beyond "two capitals, blanks, a hyphen".
 */
const tagged = /^([A-Z][A-Z0-9])[ \t]{1,3}-(?: |$)(.*)$/;

/** Title, abstract and DOI of every record that has a type line. */
export function rawRecords(text) {
  const records = [];
  let open;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [, tag, value] = tagged.exec(line.replace(/^\d+\. ?(?=TY)/, '')) ?? [];
    if (tag === 'TY') {
      open = [];
      records.push(open);
    }
    if (open && tag) open.push({ tag, value });
    else if (open && open.length > 0 && line.trim()) open.at(-1).value += ` ${line}`;
    if (tag === 'ER') open = undefined;
  }
  return records.map(expected);
}

function expected(record) {
  const all = (tags) =>
    tags.flatMap((tag) => record.filter((each) => each.tag === tag)).map(({ value }) => value.trim());
  return {
    title: all(['TI', 'T1', 'CT', 'BT']).find(Boolean),
    abstract: all(['AB', 'N2']).find((text) => text && !text.startsWith('Copyright of')),
    doi: all(['DO'])
      .map((text) => /10\.\d{4,9}\/\S+/.exec(text)?.[0])
      .find(Boolean),
  };
}
