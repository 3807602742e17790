import type { Sentence } from './sentence.js';

/** What is wrong with how a command was called, in words; the usage of the command follows. */
export const wrongUses: Readonly<Record<string, Sentence>> = {
  'use.commandUnknown': 'There is no command "{name}".',
  'use.optionUnknown': '{command} does not take {option}.',
  'use.valueMissing': '{option} needs a value.',
  'use.valueUnwanted': '{option} takes no value.',
  'use.argumentMissing': '{command} needs {argument}.',
  'use.argumentUnwanted': '{command} does not take "{argument}".',
  'use.notOneOf': '{option} can be {allowed}, not "{given}".',
  'use.optionMissing': '{command} needs {option}.',
  'use.notTogether': '{option} cannot go with {other}.',
  'use.notADay': '{option} is a day, a month or a year, such as 2021-08-12, 2021-08 or 2021, not "{given}".',
  'use.notAPort': 'PORT is a number from 0 to 65535, not "{given}".',
};

/** What the commands say. */
export const commandWords = {
  program: 'throughline: one review, from the first search to the line of argument.',
  usage: 'Usage',
  options: 'Options',
  commands: 'Commands',
  moreHelp: 'throughline help COMMAND says more.',
  everyCommand:
    'Every command takes --json and then prints one JSON object. It ends with 0, with 1 when what it checks does not hold, or with 2 when it was called in a wrong way.',
  summaries: {
    open: 'open the workbench, the first time on the founding review; or on the review files named',
    demo: 'build an example review from its source files, with its figures and its report, and print its numbers',
    new: 'start an empty review in a new file',
    import: 'read files of references into a review',
    export: 'write the records of a review to a file of references',
    flow: 'print the counts of the flow, and what each rests on',
    figure: 'draw a figure as SVG',
    document: 'write the report as one HTML page',
    trace: 'walk from anything back to where it comes from: passages, pages, reports, records, source lines',
    check: 'list contradictions, gaps and thin places, and look over the log itself',
    help: 'say how a command is used',
  },
  optionSummaries: {
    json: 'print one JSON object',
    review: 'which example: link-workers (the founding review) or practice (invented)',
    title: 'the title of the review',
    name: 'the name of the source: MEDLINE, Google Scholar alert',
    database: 'the same as --name',
    platform: 'the platform of the source: Ovid, EBSCO',
    date: 'when it was searched: 2021-08-12, 2021-08 or 2021',
    kind: 'the kind of source; database without it',
    source: 'the id of a source that the review has already',
    format: 'the format of the files, where it cannot be told from them',
    to: 'the format to write: ris',
    out: 'the file to write',
    included: 'only the records of included reports',
    forward: 'also what rests on it, up to the line of argument',
  },
  open: {
    at: 'Throughline is at {address}',
    stop: 'Press Ctrl+C to stop.',
    notOpened: '{path} was left out: {reason}',
    failed: 'The call {method} {path} failed: {message}',
    building: 'Building the founding review …',
    stopped: 'Stopped. Everything that was acknowledged is stored.',
  },
  new: { made: 'Started "{title}" in {path}.' },
  import: {
    progress: '{name}: {records}',
    read: '{name}: {records} as source "{source}" ({format}).',
    places: '{places} to look at:',
    place: '{where}: {what}',
    line: 'line {from}',
    lines: 'lines {from} to {to}',
    more: '… and {count} more.',
    passedOver: 'Passed over: {reasons}.',
  },
  export: { written: 'Wrote {records} to {path}.' },
  figure: { written: 'Drew {title} into {path}.' },
  document: { written: 'Wrote the report of "{title}" to {path}.' },
  flow: {
    arms: { database: 'Databases and registers', other: 'Other ways' },
    included: 'Included: {reports}, {studies}{inferred}.',
    inferred: ' (an inferred grouping; {stated} stated)',
    inferredOnly: ' (an inferred grouping)',
  },
  demo: {
    progress: '{bar} {done} of {of}',
    records: '{records} held; identified in databases: {identified}; full texts read: {fullTexts}',
    included:
      'Included: {database} from databases, {alerts} from alerts, {referenceLists} from reference lists: {reports}, {studies}',
    stated: ' ({stated} stated)',
    result:
      '{constructs} on {levels}; {claims}, {cited} with a citation; {marks} in the contribution table; {propositions}',
    files: 'Written to {folder}:',
    kept: 'The review was there already, with all of this and perhaps with later work. It was kept.',
  },
  trace: {
    nothing: 'nothing behind it',
    inferred: 'our inference',
    forward: 'What rests on it',
    counts: '{reports} · {studies} · {grade}',
    lines: '{file}, {where}:',
    page: 'p.\u00a0{page}',
    above: '{name} (its way back is above)',
  },
  check: {
    nothing: 'Nothing was found that a careful reader would stop at.',
    integrity: 'The log and the files in it are whole.',
    notWhole: 'The file is not whole:',
    total: '{contradictions}, {gaps}, {thin}.',
  },
} as const;

/** What a look over a store finds, in words. */
export const integrityWords: Readonly<Record<string, Sentence>> = {
  'log.gap': 'The log jumps from {from} to {to}.',
  'log.unreadable': 'The change at {seq} ({id}) cannot be read.',
  'content.altered': 'A file is not what it was when it came ({hash}).',
  'record.unreadable': 'The text of the record {id} cannot be read.',
  'file.damaged': 'The file is damaged: {what}.',
};
