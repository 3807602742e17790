/** Writes records, reads them again, and counts the records and tags that say the same. */
export async function writtenAgain(format, records) {
  const again = [];
  for await (const each of format.read(encoded(format.write(inTurn(records))))) {
    if (each.kind === 'record') again.push(each);
  }
  const compared = records.map((record, index) => compare(format, record, again[index]));
  const wrong = compared.flatMap(({ wrong }, index) => (wrong === undefined ? [] : [{ record: index + 1, wrong }]));
  return {
    records: records.length,
    same: records.length - wrong.length,
    tags: sum(compared.map(({ tags }) => tags)),
    tagsBack: sum(compared.map(({ tagsBack }) => tagsBack)),
    wrong: wrong.slice(0, 20),
  };
}

/** Every field, decision and group; and every tag, in order. What the writer adds of its own does not count against it. */
function compare(format, record, back) {
  const tags = record.reference.format === format.name ? record.reference.tags : [];
  if (back === undefined) return { wrong: 'it is not there', tags: tags.length, tagsBack: 0 };
  const { found: tagsBack, lost } = inOrder(tags, back.reference.tags);
  const field = fieldsOf(record).find(([name, value]) => value !== saidIn(back, name))?.[0];
  const wrong = lost === undefined ? field : `tag ${lost}`;
  return { tags: tags.length, tagsBack, ...(wrong === undefined ? {} : { wrong }) };
}

function inOrder(tags, back) {
  let at = 0;
  let found = 0;
  let lost;
  for (const { tag, value } of tags) {
    const next = back.findIndex((each, index) => index >= at && each.tag === tag && sameValue(each, value));
    if (next < 0) {
      lost ??= tag;
      continue;
    }
    at = next + 1;
    found += 1;
  }
  return { found, lost };
}

/** The key of a BibTeX entry is made where there was none, and told apart where it was there before. */
const sameValue = ({ tag, value }, other) => value === other || (tag.startsWith('@') && value.startsWith(other));

const fieldsOf = (record) =>
  [...Object.keys(record.reference), 'decided', 'group']
    .filter((name) => name !== 'tags' && name !== 'format')
    .map((name) => [name, saidIn(record, name)]);

/** Empty and absent say the same. */
function saidIn({ reference, decided, group }, name) {
  const value = { ...reference, decided, group }[name];
  return value === undefined || value.length === 0 ? undefined : JSON.stringify(value);
}

const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

async function* inTurn(all) {
  yield* all.map(({ reference, number, decided, group }) => ({ reference, number, decided, group }));
}

async function* encoded(pieces) {
  for await (const piece of pieces) yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
}
