import { FormatProblem } from '../problem.js';
import { isDateFormat } from './number-formats.js';
import { type Attributes, Parts, pathFrom, readWhole } from './parts.js';
import { textOf } from './escapes.js';

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly parts: Parts;
  /** In the order of the tabs; hidden ones come too, after the others. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly strings: readonly string[];
  /** By the number of a cell's style: its values are dates. */
  readonly dates: readonly boolean[];
  /** Days are counted from 1904 (old Macintosh) and not from 1900. */
  readonly from1904: boolean;
}

/** Characters of the texts that cells share: what fills the memory of a workbook. */
const mostShared = 512 * 1024 * 1024;

export function openWorkbook(bytes: Uint8Array): Workbook {
  const parts = new Parts(bytes);
  const main = mainPart(parts);
  if (main === undefined) throw new FormatProblem('format.damaged');
  const targets = targetsOf(parts, main);
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  readWhole(parts, main, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const { name: title = '', state = '' } = attributes;
      sheets.push({ name: title, id: relationOf(attributes), hidden: state !== '' && state !== 'visible' });
    },
  });
  const ordered = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
  return {
    parts,
    sheets: ordered.flatMap(({ name, id }) => {
      const path = targets.get(id)?.path;
      return path === undefined || !parts.has(path) ? [] : [{ name, path }];
    }),
    strings: sharedStrings(parts, partOf(targets, 'sharedStrings') ?? 'xl/sharedStrings.xml'),
    dates: dateStyles(parts, partOf(targets, 'styles') ?? 'xl/styles.xml'),
    from1904,
  };
}

function mainPart(parts: Parts): string | undefined {
  let main: string | undefined;
  readWhole(parts, '_rels/.rels', {
    open: (name, { Type = '', Target = '' }) => {
      if (name === 'Relationship' && Type.endsWith('/officeDocument')) main ??= pathFrom('', Target);
    },
  });
  if (main !== undefined && parts.has(main)) return main;
  return parts.has('xl/workbook.xml') ? 'xl/workbook.xml' : undefined;
}

type Targets = ReadonlyMap<string, { readonly path: string; readonly type: string }>;

function targetsOf(parts: Parts, main: string): Targets {
  const targets = new Map<string, { path: string; type: string }>();
  const at = main.lastIndexOf('/');
  readWhole(parts, `${main.slice(0, at + 1)}_rels/${main.slice(at + 1)}.rels`, {
    open: (name, { Id = '', Target = '', Type = '' }) => {
      if (name === 'Relationship') targets.set(Id, { path: pathFrom(main, Target), type: Type });
    },
  });
  return targets;
}

function partOf(targets: Targets, type: string): string | undefined {
  return [...targets.values()].find((target) => target.type.endsWith(`/${type}`))?.path;
}

function relationOf(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => /^(?:[^:]+:)?id$/.test(name) && name !== 'id')?.[1] ?? '';
}

function sharedStrings(parts: Parts, path: string): string[] {
  const strings: string[] = [];
  let size = 0;
  let value = '';
  let inText = false;
  // Readings of East Asian words (rPh) stand beside the words themselves.
  let inReading = false;
  readWhole(parts, path, {
    open: (name) => {
      if (name === 'si') value = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') {
        size += value.length;
        if (size > mostShared) throw new FormatProblem('format.tooLarge', { limit: mostShared / 1024 / 1024 });
        strings.push(textOf(value));
      }
    },
    text: (text) => {
      if (inText) value += text;
    },
  });
  return strings;
}

function dateStyles(parts: Parts, path: string): boolean[] {
  const own = new Map<string, string>();
  const styles: boolean[] = [];
  let inCells = false;
  readWhole(parts, path, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') own.set(numFmtId, formatCode);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(isDateFormat(numFmtId, own.get(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
