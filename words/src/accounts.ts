import type { Sentence } from './sentence.js';

/** What can go wrong with accounts, invitations and signing in, in words; the codes are the server's. */
export const accountProblems: Readonly<Record<string, Sentence>> = {
  'account.wrong':
    'This address and this password do not go together here. Look for a typing error, or ask for a new password.',
  'account.codeWrong': 'This code is not right, or was used already. Wait for the next one, or use a backup code.',
  'account.setupKeyWrong': 'This is not the key that the program printed when it started.',
  'account.wrongPassword': 'This is not your present password.',
  'account.tooMany': 'That was tried too often. Try again in {seconds} seconds.',
  'account.shortPassword': 'A password has at least 12 characters. Three or four words together are easy to remember.',
  'account.longPassword': 'A password has at most 128 characters.',
  'account.weakPassword':
    'This password is among the first that would be guessed: common words, rows of keys, names. Take words that do not belong together.',
  'account.noPassword': 'This account has no password: it signs in elsewhere. Ask for a new password to give it one.',
  'account.emailTaken': 'There is an account with this address already. Sign in with it, and open the link again.',
  'account.emailInvalid': '{email} is not an e-mail address.',
  'account.notTheFirst': 'This server has been set up already. Sign in, or ask an administrator for an invitation.',
  'account.linkOver': 'This link was used already, or is too old. Ask for a new one.',
  'account.unknown': 'There is no such account.',
  'account.lastAdministrator': 'This is the only administrator who can sign in. Make somebody else one first.',
  'account.secondFactorOn': 'The second step is on already. Turn it off first to set it up anew.',
  'account.secondFactorOff': 'The second step is not on.',
  'account.openIdUnknown': 'One cannot sign in here that way.',
  'account.openIdRefused': 'Signing in there did not work. Try again, or sign in another way.',
  'account.openIdUnverified':
    'The provider has not made sure that the address it gave is yours, so it cannot be used here.',
  'account.openIdNotLinked':
    'There is an account with this address that signs in with a password. Sign in with the password.',
  'account.openIdNotInvited':
    'There is no account for you here yet. Open the link of your invitation, and sign in from there.',
  'invitation.unknown': 'This invitation was used already, was taken back, or is over. Ask for a new link.',
  'invitation.hasAccount': 'Somebody has joined as this person already.',
  'invitation.alreadyMember': 'You are in this review already. This link is for somebody else.',
  'invitation.noPerson': 'There is no such person in this review.',
};
