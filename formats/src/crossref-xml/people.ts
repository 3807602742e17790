import { childrenOf, elementAt, lineOf, type XmlElement } from '../xml/element.js';

export function authorsIn(part: XmlElement): string[] {
  return peopleIn(part, (role) => role === undefined || role === 'author' || role === 'reviewer');
}

export function editorsIn(part: XmlElement): string[] {
  return peopleIn(part, (role) => role === 'editor' || role === 'chair');
}

/** Theses have their author straight inside them. */
function peopleIn(part: XmlElement, wanted: (role: string | undefined) => boolean): string[] {
  const all = [part, ...childrenOf(part, 'contributors')].flatMap((each) =>
    childrenOf(each, 'person_name', 'organization'),
  );
  return all
    .filter(({ attributes }) => wanted(attributes.contributor_role))
    .map(nameOf)
    .filter((name) => name !== undefined);
}

function nameOf(person: XmlElement): string | undefined {
  if (person.name === 'organization') return lineOf(person);
  const parts = ['surname', 'given_name', 'suffix'].map((name) => lineOf(elementAt(person, name)));
  const given = parts.filter((part) => part !== undefined);
  return given.length === 0 ? undefined : given.join(', ');
}
