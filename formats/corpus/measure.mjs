import { readFileSync } from 'node:fs';
import { formatNames, formats } from '../dist/index.js';
import { OurTally } from './our-tally.mjs';
import { peerResults } from './peers/peer-results.mjs';
import { peers } from './peers/peers.mjs';
import { plainRecords } from './plain/index.mjs';
import { ReaderThread } from './reader-thread.mjs';
import { formatRows, overallRows, peerRows, peerSummaries } from './rows.mjs';
import { Tally } from './tally.mjs';

/** Every file of the corpus through our readers, and through the peers where they are asked. */
export async function measured(files, { withPeers, say }) {
  const [known, unknown] = parted(files, ({ format }) => formats.some(({ name }) => name === format));
  const ours = await oursOf(known, say);
  const others = withPeers ? await peersOf(known, say) : [];
  const names = formatNames.filter((name) => ours.has(name));
  const of = (name) => others.filter(({ format }) => format === name);
  return {
    rows: [
      ...names.flatMap((name) => [
        ...formatRows(label(name), ours.get(name)),
        ...peerRows(label(name), ours.get(name), of(name)),
      ]),
      ...overallRows([...ours.values()]),
      ...unreadRows(unknown),
    ],
    failures: [...ours.values()].flatMap(({ failures }) => failures),
    differences: [...ours.values()].flatMap(({ differences }) => differences),
    peers: names.flatMap((name) => peerSummaries(label(name), of(name))),
    notUnderstood: Object.fromEntries(names.map((name) => [name, Object.fromEntries(ours.get(name).notUnderstood)])),
  };
}

async function oursOf(files, say) {
  const thread = new ReaderThread(new URL('./our-reader.mjs', import.meta.url));
  const tallies = new Map();
  for (const file of files) {
    const bytes = readFileSync(file.path);
    const read = await thread.read({ path: file.path, format: file.format }, bytes.length);
    const tally = tallies.get(file.format) ?? new OurTally();
    tallies.set(file.format, tally);
    tally.takeOurs(file, plainOf(file, bytes, say), read, bytes.length);
  }
  await thread.close();
  return tallies;
}

async function peersOf(files, say) {
  const found = [];
  for (const each of peers) {
    const results = await peerResults(each, say);
    if (results === undefined) continue;
    const asked = each.formats.filter((format) => files.some((file) => file.format === format));
    for (const format of asked) {
      const tally = new Tally();
      for (const file of files.filter((one) => one.format === format)) {
        const bytes = readFileSync(file.path);
        tally.take(
          file,
          plainOf(file, bytes, () => undefined),
          await results.read(file, bytes),
        );
      }
      found.push({ peer: `${each.name}@${each.version}`, format, tally });
      say(`${each.name}@${each.version}: ${label(format)} is read`);
    }
    await results.close();
  }
  return found;
}

/** The second reading may not be able to read a broken file; then only counts are compared. */
function plainOf({ file, format }, bytes, say) {
  try {
    return plainRecords(format, bytes);
  } catch (error) {
    return say(`${file}: the second reading fails: ${error.message}`);
  }
}

/** Formats in the table that no reader of ours has a name for. */
function unreadRows(files) {
  return [...new Set(files.map(({ format }) => format))].map((format) => {
    const of = files.filter((file) => file.format === format).length;
    return {
      case: format,
      measure: 'files of a format that nobody reads',
      unit: 'count',
      ours: 0,
      of,
      share: 0,
      goal: 1,
      holds: false,
    };
  });
}

const label = (name) => formats.find((format) => format.name === name)?.label ?? name;

function parted(all, suits) {
  return [all.filter(suits), all.filter((each) => !suits(each))];
}
