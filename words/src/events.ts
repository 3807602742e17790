import { type Sentence, type Values, fill } from './sentence.js';

/** What happened to accounts and access, for the lists of events. */
const eventSentences: Readonly<Record<string, Sentence>> = {
  'sign-in': 'Signed in.',
  'sign-in.failed': 'Could not sign in.',
  'sign-in.openid': 'Signed in with {provider}.',
  'sign-out': 'Signed out.',
  'sign-out.others': 'Signed out everywhere else.',
  'account.made': 'The account was made.',
  'account.disabled': 'The account of {email} was closed.',
  'account.enabled': 'The account of {email} was opened again.',
  'administrator.made': '{email} was made an administrator.',
  'administrator.unmade': '{email} is no administrator any more.',
  'password.changed': 'The password was changed.',
  'password.resetAsked': 'A new password was asked for.',
  'password.resetLink': 'A link to a new password was made for {email}.',
  'password.reset': 'A new password was set by a link.',
  'second-factor.on': 'The second step was turned on.',
  'second-factor.off': 'The second step was turned off.',
  'second-factor.removed': 'The second step of {email} was taken away.',
  'limits.set': 'The limits of the server were set.',
  'server.invited': '{name} was invited to this server.',
  'member.invited': '{name} was invited.',
  'member.joined': '{name} joined.',
  'member.roleChanged': '{name} is {role} now.',
  'member.removed': '{name} was taken out of the team.',
  'invitation.withdrawn': 'An invitation was taken back.',
  'archive.taken': 'An archive of the review was taken.',
  'review.brought': 'The review was brought here.',
  'review.started': 'A review was started.',
  'share.handedOver': 'A share was handed over.',
  'share.takenBack': 'A share was taken back.',
};

/** An event as a sentence; one that this version does not know is named as it is. */
export function sayEvent(what: string, values: Values = {}): string {
  const sentence = eventSentences[what];
  return sentence === undefined ? what : fill(sentence, values);
}
