import type { Chance } from './chance.js';

const plain = `the of and in to a with was were for that by on from as is an at this be are who or their not between
  which it about had have been how after when more than other through during into all they we what also some one most
  two can may only within while among such both there these each over many our out has but`.split(/\s+/);

const ofTheField = `care people patients experiences support participants interviews study health community nurses
  families research analysis themes findings service services qualitative living carers professionals experience
  women older needs data social mental group practice methods review dementia illness role access home primary time
  work trust communication quality barriers information relationships treatment hospital staff understanding knowledge
  approach process decision life adults young men children mothers parents recovery chronic pain diabetes stroke
  cancer palliative self-management adherence medication stigma identity loss hope control uncertainty peer referral
  link worker prescribing befriending loneliness isolation rural migrant refugee interpreter culture faith housing
  poverty discharge follow-up telehealth remote digital exercise diet smoking alcohol sleep fatigue breathlessness
  surgery maternity midwife breastfeeding screening vaccination consent dignity privacy ethics policy guideline training
  supervision burnout workload leadership team handover continuity coordination implementation evaluation sample
  purposive semi-structured focus thematic framework grounded phenomenological ethnography narrative synthesis
  meta-ethnography reflexive saturation transcript verbatim coding category concept construct theory model`.split(
  /\s+/,
);

const beginnings = 'ka lo mi ter san vel bro dun fer gal hin jor lem mar nor pel quin ros sil tam'.split(' ');
const endings = 'den ria lon vek sen tis mont bury wick ham stad ova esco inen sson dottir'.split(' ');

/** Words that a few records share: places, drugs, instruments, people; invented. */
const rare = beginnings.flatMap((one) =>
  beginnings.flatMap((two) => endings.map((end) => `${one}${two}${end}`).filter((_, n) => (n + one.length) % 2 === 0)),
);

const families = [
  ...['Okafor', 'Lindqvist', 'García Molina', 'Nguyen', "O'Rourke", 'Müller', 'van den Akker', 'Ito', 'Søndergaard'],
  ...['Haddad', 'Kowalczyk', 'Mbeki', 'Dvořák', 'Silva', 'Ahmed', 'Thompson', 'Bianchi', 'Ólafsdóttir', 'Chen', 'Wu'],
];
const given = [
  ...['Ama', 'Kathryn', 'Jörg', 'Linh', 'Siobhán', 'Pedro', 'Yuki', 'Fatima', 'Agnieszka', 'Thabo', 'Ingrid', 'Marco'],
];

export function word(chance: Chance): string {
  const kind = chance.next();
  if (kind < 0.45) return chance.oneOfFavoured(plain);
  return kind < 0.93 ? chance.oneOfFavoured(ofTheField) : chance.oneOf(rare);
}

/** What somebody types who searches: never "of" alone. */
export function searchedWord(chance: Chance): string {
  const kind = chance.next();
  if (kind < 0.8) return chance.oneOfFavoured(ofTheField);
  return kind < 0.9 ? chance.oneOf(rare) : familyName(chance);
}

/** "Lindqvist" as often as others; now and then somebody from `rare`. */
export function familyName(chance: Chance): string {
  if (chance.next() < 0.6) return chance.oneOf(families);
  const made = chance.oneOf(rare);
  return `${made[0]?.toUpperCase()}${made.slice(1)}`;
}

export const givenName = (chance: Chance): string => chance.oneOf(given);

export function sentence(chance: Chance, least: number, most: number): string {
  const words = chance.some(least, most, () => word(chance));
  const at = chance.between(3, 9);
  if (words.length > 12) words[at] = `${words[at]},`;
  const said = words.join(' ');
  return `${said[0]?.toUpperCase()}${said.slice(1)}`;
}
