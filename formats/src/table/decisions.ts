import { answerIn, isNoAnswer } from '../decided/answer-words.js';
import type { FoundDecision } from '../decided/decision.js';
import type { NotedDecisions } from '../decided/note.js';
import { decisionsInNotes, vendorOfNotes } from '../decided/notes.js';
import { saysSomething } from '../decided/rayyan.js';
import { plainName } from './plain-name.js';
import type { Layout } from './layout.js';
import type { Cells } from './reference.js';
import { termsIn } from './terms.js';

/** What a row of somebody else's table says of decisions. */
export function decisionsOf(cells: Cells, layout: Layout): NotedDecisions {
  const notes = cells('notes').map(({ text }) => text);
  const noted = decisionsInNotes([
    ...notes,
    ...cells('answer')
      .map(({ text }) => text)
      .filter((text) => vendorOfNotes([text]) !== undefined),
  ]);
  const decided = [...noted.decided, ...inColumns(cells, layout)];
  const group = noted.group ?? cells('group')[0]?.text.trim();
  return group === undefined ? { decided } : { decided, group };
}

/** One decision for each column of answers; what names nobody goes to the only one, or stands alone. */
function inColumns(cells: Cells, layout: Layout): FoundDecision[] {
  const answers = cells('answer').filter(({ text }) => !isNoAnswer(text));
  const columns = layout.columns.filter(({ field }) => field === 'answer');
  const shared = {
    reasons: listed(cells, 'reasons', layout),
    labels: listed(cells, 'labels', layout),
    notes: ownNotes(cells, layout, columns.length),
  };
  const by = cells('decidedBy')[0]?.text.trim();
  const single = answers.length === 1 && columns.length === 1;
  const decided = answers.map(({ column, text }): FoundDecision => {
    const said = answerIn(text);
    const person = by ?? personIn(column.name);
    const rest = said === undefined ? [text.trim()] : said.detail === undefined ? [] : [said.detail];
    return {
      ...(person === undefined ? {} : { by: person }),
      ...(said === undefined ? {} : { answer: said.answer }),
      ...stageOf(cells, column.name),
      reasons: single ? shared.reasons : [],
      labels: single ? shared.labels : [],
      notes: single ? [...rest, ...shared.notes] : rest,
    };
  });
  return (single ? decided : [...decided, { ...(by === undefined ? {} : { by }), ...shared }]).filter(saysSomething);
}

/** What people noted while they screened. ASReview keeps the notes of the library beside its own. */
function ownNotes(cells: Cells, layout: Layout, answerColumns: number): string[] {
  if (!screens(layout, answerColumns)) return [];
  return cells('notes')
    .filter(({ column }) => layout.told || layout.vendor !== 'asreview' || plainName(column.name) === 'asreviewnote')
    .filter(({ text }) => vendorOfNotes([text]) === undefined)
    .map(({ text }) => text.trim());
}

/** Notes are part of a decision where the table is one of a screening: a library's notes are its own. */
function screens({ vendor, told }: Layout, answerColumns: number): boolean {
  return told || answerColumns > 0 || vendor === 'rayyan' || vendor === 'covidence' || vendor === 'asreview';
}

function listed(cells: Cells, field: 'reasons' | 'labels', { terms }: Layout): string[] {
  return cells(field).flatMap(({ column, text }) => {
    const habit = terms.get(column.index);
    // A reason is a sentence of somebody's own: its commas part nothing. Labels are words.
    return termsIn(text, field === 'reasons' && habit === ',' ? undefined : habit);
  });
}

function stageOf(cells: Cells, name: string): Pick<FoundDecision, 'stage'> {
  const said = plainName(cells('stage')[0]?.text ?? name);
  if (/fulltext|^ft\d*$|volltext|textecomplet|textocompleto/.test(said)) return { stage: 'full-text' };
  return /abstract|tiab|title|titel|screening1/.test(said) ? { stage: 'title-abstract' } : {};
}

/** Whom the name of a column of answers names: "reviewer_NM" NM, "reviewer_1" itself; "final decision" nobody. */
function personIn(name: string): string | undefined {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^\p{L}\p{N}]+/u);
  const rest = words.filter((word) => word !== '' && !notAPerson.test(plainName(word)));
  if (rest.length === 0) return undefined;
  const numbered = rest.every((word) => /^\d+$/.test(word));
  if (!numbered) return rest.join(' ');
  return /review|rater|screener|coder|judge|^r\d|vote/i.test(name) ? name.trim() : undefined;
}

const notAPerson =
  /^(?:the|of|on|by|in|out|and|or|ti|ab|tiab|titles?|abstracts?|full|text|fulltext|ft\d*|screen(?:ing|ed|er)?|stage|phase|labels?|labell?ed|inclu\p{L}*|exclu\p{L}*|inklu\p{L}*|deci\p{L}*|final|consensus|votes?|voted|answers?|asreview|relevan\p{L}*|eligib\p{L}*|elegib\p{L}*|selected|selection|status|review(?:er|ers)?|raters?|rayyan|inclusion|entscheid\p{L}*|einschlu\p{L}*|verdict|tras|discusion)$/u;
