import { keptFields } from './compare-records.mjs';

/** One measured row: how many of how many, and whether that reaches the goal (a share). */
export function row(name, measure, { ours, of }, goal) {
  const share = shareOf({ ours, of });
  return { case: name, measure, unit: 'count', ours, of, share, goal, holds: share >= goal };
}

/** Nothing asked is nothing missed. */
const shareOf = ({ ours, of }) => (of === 0 ? 1 : ours / of);

const words = { title: 'titles', abstract: 'abstracts', doi: 'DOIs' };
const goals = { title: 0.999, abstract: 0.995, doi: 0.999 };

/** The rows of one format. Rows of what nobody asked of its files are left out. */
export function formatRows(name, ours) {
  const rows = [
    row(name, 'files with the exact count', ours.files, 1),
    row(name, 'files made by hand with the exact count', ours.quirks, 1),
    { ...row(name, 'records read', ours.records, 1), holds: ours.records.ours === ours.records.of },
    ...keptFields.map((field) => row(name, `${words[field]} kept`, ours.kept[field], goals[field])),
    row(name, "fields as another program's own tests expect them", ours.expectedFields, 0.999),
    row(name, "other fields as another program's own tests expect them", ours.others, 0),
    row(name, 'files recognised from their bytes', ours.recognised, 0.99),
    row(name, 'vendors recognised', ours.vendors, 0.99),
    row(name, 'files not refused whole', ours.notRefused, 1),
    row(name, 'files whose records read and refused are all it holds', ours.accounted, 1),
    row(name, 'records written and read again the same', ours.writtenRecords, 1),
    row(name, 'tags written and read again the same', ours.writtenTags, 1),
    row(name, 'files read within a second and their size', ours.inTime, 1),
  ];
  return [...rows.filter(({ of }) => of > 0), speedRow(name, ours)];
}

function speedRow(name, { records, milliseconds }) {
  const speed = milliseconds === 0 ? 0 : Math.round(records.ours / (milliseconds / 1000));
  return { case: name, measure: 'records a CPU second', unit: 'records/CPU s', ours: speed, holds: true };
}

/** Over all formats together. */
export function overallRows(tallies) {
  const all = (part) => ({
    ours: tallies.reduce((total, tally) => total + part(tally).ours, 0),
    of: tallies.reduce((total, tally) => total + part(tally).of, 0),
  });
  return [
    row(
      'all',
      'files with the exact count',
      all(({ files }) => files),
      1,
    ),
    row(
      'all',
      'files recognised from their bytes',
      all(({ recognised }) => recognised),
      0.99,
    ),
    row(
      'all',
      'vendors recognised',
      all(({ vendors }) => vendors),
      0.99,
    ),
    row(
      'all',
      'files not refused whole',
      all(({ notRefused }) => notRefused),
      1,
    ),
    ...['Ovid', 'EBSCO', 'Embase.com'].map((name) =>
      row(
        name,
        'abstracts kept',
        all(({ platformAbstracts }) => platformAbstracts[name]),
        1,
      ),
    ),
  ].filter(({ of }) => of > 0);
}

const beside = [
  ['files with the exact count', ({ files }) => files],
  ...keptFields.map((field) => [`${words[field]} kept`, ({ kept }) => kept[field]]),
  ["fields as another program's own tests expect them", ({ expectedFields }) => expectedFields],
];

/** One row a measure: the highest of the peers that read this format, and that it is no higher than ours. */
export function peerRows(name, ours, peers) {
  if (peers.length === 0) return [];
  return beside
    .filter(([, part]) => part(ours).of > 0)
    .map(([measure, part]) => {
      const shares = peers.map(({ peer, tally }) => ({ peer, ...part(tally), share: shareOf(part(tally)) }));
      const best = shares.reduce((most, each) => (each.share > most.share ? each : most));
      const share = shareOf(part(ours));
      return {
        ...{ case: name, measure: `${measure}, no peer higher`, unit: 'share', ours: share },
        ...{ peer: best.share, peerName: best.peer, peers: shares, holds: share >= best.share },
      };
    });
}

/** What each peer makes of a format, in numbers. */
export function peerSummaries(name, peers) {
  return peers.map(({ peer, tally }) => ({
    ...{ case: name, peer, files: tally.files, quirks: tally.quirks, records: tally.records },
    ...{ refusedWhole: tally.notRefused.of - tally.notRefused.ours, ...tally.kept },
    expectedFields: tally.expectedFields,
  }));
}
