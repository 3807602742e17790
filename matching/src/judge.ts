import type { Likeness } from './contract.js';
import type { Signs } from './signs.js';

/**
 * The rules by which two records are judged, each in words that a reviewer can check. A false merge loses a report without
 * anybody noticing, and a question costs seconds: so `same` wants one title, and independent signs that it stands in one
 * place (volume and pages, a DOI, an abstract), with nothing that contradicts them. It is asked only what may well be one
 * report: two reports of one study (a conference abstract and its article) are no duplicates.
 */
export function judge(signs: Signs): Likeness {
  if (isCorrected(signs)) return 'ask';
  if (signs.marks !== 'same' || (signs.years ?? 0) > 1) return 'different';
  if (!signs.versions && signs.pmid !== false && isSureTitle(signs) && sameRules.some((holds) => holds(signs)))
    return 'same';
  return askRules.some((holds) => holds(signs)) ? 'ask' : 'different';
}

type Rule = (signs: Signs) => boolean;

const all =
  (...rules: readonly Rule[]): Rule =>
  (signs) =>
    rules.every((holds) => holds(signs));
const either =
  (...rules: readonly Rule[]): Rule =>
  (signs) =>
    rules.some((holds) => holds(signs));

/** The same words; misprints, small words and marks aside. */
const isTitle: Rule = ({ title }) => title.level === 'same' || title.level === 'nearly';
/** Or one goes on where the other ends, or has one word more; nothing stands in the place of another. */
const isTitleInPart: Rule = ({ title }) =>
  title.level !== 'other' && (title.level !== 'alike' || title.changed === undefined);
/** Most of its letters are in words that both have. */
const isMostOfTitle: Rule = ({ title }) => title.shared >= 0.6;
/** Words enough to be no other's title by chance. */
const isTelling: Rule = ({ titleWords, heading }) => titleWords >= 4 && !heading;
const isVeryTelling: Rule = ({ titleWords, heading }) => titleWords >= 6 && !heading;
const isNoHeading: Rule = ({ heading }) => !heading;

/** What was taken for a misprint may be another word: more has to be the same. */
const isSureTitle: Rule = (signs) => {
  const { title, pages, abstract, doi } = signs;
  return (
    title.misprinted !== true ||
    pages === 'range' ||
    abstract === 'same' ||
    (doi === true && abstract !== 'other') ||
    isOfManyWords(signs)
  );
};
/** One letter in a long title by many authors, in one volume. */
const isOfManyWords: Rule = ({ titleWords, sharedAuthors, volume }) =>
  titleWords >= 10 && sharedAuthors >= 6 && volume === true;
const isOfSomePages: Rule = ({ span }) => span >= 4;
const notOtherAbstract: Rule = ({ abstract }) => abstract !== 'other';

const areAuthors: Rule = ({ authors }) => authors === 'same';
const areSeveralAuthors: Rule = ({ authors, sharedAuthors }) => authors === 'same' && sharedAuthors >= 3;
const notOtherAuthors: Rule = ({ authors }) => authors !== 'other';
const isYear: Rule = ({ years }) => years === 0;

const isJournal: Rule = ({ journal }) => journal === 'same';
const isJournalAlike: Rule = ({ journal }) => journal === 'same' || journal === 'alike';
const notOtherJournal: Rule = ({ journal }) => journal !== 'other';
const isVolume: Rule = ({ volume }) => volume === true;
const notOtherVolume: Rule = ({ volume }) => volume !== false;
const isIssue: Rule = ({ issue }) => issue === true;
const notOtherIssue: Rule = ({ issue }) => issue !== false;
const onRange: Rule = ({ pages }) => pages === 'range';
const onFirstPage: Rule = ({ pages }) => pages === 'range' || pages === 'first';
const onSomePages: Rule = ({ pages }) => pages === 'overlap';
const onPagesAlike: Rule = ({ pages }) => pages === 'overlap' || pages === 'alike';
const notOtherPages: Rule = ({ pages }) => pages !== 'other';

const isDoi: Rule = ({ doi }) => doi === true;
const notOtherDoi: Rule = ({ doi }) => doi !== false;
const isPmid: Rule = ({ pmid }) => pmid === true;
const isAbstract: Rule = ({ abstract }) => abstract === 'same';

/** The same volume and pages. A heading stands in every issue, and some count the pages of each from 1. */
const isPlace = either(
  all(isVolume, onRange, either(isNoHeading, notOtherIssue)),
  all(isVolume, onFirstPage, notOtherIssue, either(isNoHeading, isIssue)),
);
/** Nothing that is said of the place speaks against it. */
const noOtherPlace = all(notOtherVolume, notOtherIssue, notOtherPages, notOtherDoi);

/** Short titles stand many on one page of news and letters: there the authors tell them apart. */
const isNoDigest = either(onRange, ({ titleWords }) => titleWords >= 4, areAuthors);

const sameRules: readonly Rule[] = [
  // One place, title and authors.
  all(isPlace, isTitle, notOtherAuthors, isNoDigest),
  // A subtitle or a word is missing. More has to be the same: supplements print many abstracts on a page.
  all(
    isPlace,
    isTitleInPart,
    notOtherAuthors,
    either(
      onRange,
      isAbstract,
      all(isDoi, ({ meeting }) => !meeting),
    ),
  ),
  // A word was lost or changed on the way, and the whole range of pages is the same; two abstracts may share two pages.
  all(
    ...[onRange, notOtherVolume, notOtherIssue, isYear, areAuthors, isJournalAlike, isNoHeading],
    either(
      ({ title }) => title.level === 'longer',
      all(isMostOfTitle, ({ title, span }) => title.changed === undefined || span > 1),
    ),
  ),
  // A title in two languages, where the volume, the issue and the range of pages are all said, and the same.
  all(({ languages }) => languages === 'two', isVolume, isIssue, onRange, isOfSomePages, isYear, areAuthors, isJournal),
  // One page, by its volume, title and authors, whatever is said of the issue.
  all(onFirstPage, isVolume, isYear, isTitle, isVeryTelling, areSeveralAuthors, isJournal),
  // One names a group as its author, the other who wrote for it.
  all(isPlace, onRange, isTitle, isTelling, isJournalAlike, either(isOfSomePages, isDoi, isPmid, isAbstract)),
  // The volume is not said, or was misread.
  all(
    ...[onFirstPage, isYear, isTitle, isNoHeading, areAuthors, notOtherJournal, notOtherIssue],
    either(({ volume }) => volume === undefined, onRange, isAbstract, isDoi),
  ),
  // A DOI or PubMed's number: enough with title and authors, never without. Meetings give one DOI to all their abstracts.
  all(either(isDoi, isPmid), isTitle, notOtherAuthors, isNoHeading),
  all(
    either(isDoi, isPmid),
    isTitleInPart,
    areAuthors,
    noOtherPlace,
    notOtherAbstract,
    isNoHeading,
    either(isAbstract, ({ meeting }) => !meeting),
  ),
  all(isDoi, isTitle, notOtherAuthors, notOtherPages, either(areAuthors, onFirstPage)),
  // A sign was lost ("…", a formula), and the abstract is the same.
  all(
    isDoi,
    isAbstract,
    isMostOfTitle,
    areAuthors,
    either(
      ({ title }) => title.changed === undefined,
      ({ meeting }) => !meeting,
    ),
  ),
  all(isDoi, isAbstract, isTitle, isJournalAlike),
  // The abstract, and nothing against it.
  all(
    ...[isAbstract, isTitle, isNoHeading, isYear, notOtherJournal, notOtherVolume, notOtherPages, notOtherDoi],
    ({ authors }) => authors === 'same' || authors === undefined,
    either(isJournalAlike, ({ conference }) => !conference),
  ),
  // A journal in two languages.
  all(isAbstract, isTitle, areAuthors, isYear, isVolume, isIssue, notOtherPages, notOtherDoi),
  // One says less than the other of where it stands, and all that both say is the same.
  all(isTitle, isTelling, areAuthors, isYear, either(isJournal, all(isJournalAlike, isVeryTelling)), noOtherPlace),
  // Pages in print and online, or misprinted at one end.
  all(
    ...[onPagesAlike, isVolume, notOtherIssue, isTelling, areAuthors, isYear, isJournalAlike],
    either(isTitle, all(isIssue, onSomePages, isTitleInPart)),
  ),
  // A year ahead of print, in the same volume and issue.
  all(isVolume, isIssue, isTitle, isTelling, areAuthors, isJournal, noOtherPlace),
];

/**
 * A correction or a retraction, and what it corrects. They are two publications, and a review has to know of both; whether
 * they stand in the flow as one report is for a person to say.
 */
const isCorrected = all(
  ({ marks }) => marks === 'correction',
  ({ title }) => title.level === 'same',
  ...[isTelling, notOtherAuthors, isJournal],
  ({ volume }) => volume !== undefined,
);

const askRules: readonly Rule[] = [
  // All but the pages; or, a year apart, all that both say.
  all(
    ...[isTitle, isTelling, areAuthors, isJournalAlike, notOtherVolume, either(isYear, notOtherDoi)],
    either(notOtherIssue, ({ pages }) => pages !== undefined),
  ),
  // Nothing is said of the place.
  all(isTitle, isTelling, areAuthors, ({ volume, pages }) => volume === undefined && pages === undefined, notOtherDoi),
  all(isTitle, isTelling, areAuthors, notOtherJournal, noOtherPlace),
  // Nothing is said of the authors, or they are listed otherwise, and nothing speaks against it.
  all(isTitle, isVeryTelling, notOtherAuthors, isYear, notOtherJournal, noOtherPlace),
  // A preprint and its article.
  all(({ versions }) => versions, isTitle, isTelling, areAuthors),
  // One place, and other authors; or one page and author, and another volume.
  all(isPlace, isTitle, isNoHeading),
  all(onFirstPage, isTitle, isNoHeading, areAuthors, isJournalAlike),
  // A subtitle that one lacks.
  all(({ title }) => title.level === 'longer', areAuthors, isYear, isJournalAlike, noOtherPlace),
  // What may be a title in two languages.
  all(({ languages }) => languages !== 'one', isPlace, onRange, notOtherIssue, areAuthors, isJournalAlike, isYear),
  // One DOI.
  all(isDoi, isTitle, isNoHeading),
  all(isDoi, areAuthors, ({ title }) => title.level === 'alike', isNoHeading),
  // The abstract, in another place of the same journal.
  all(isAbstract, isTitle, areAuthors, isJournalAlike, isNoHeading),
];
