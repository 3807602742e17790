/** The words at the door of a team's server: signing in, the first account, invitations, and a forgotten password. */
export const entranceWords = {
  fields: {
    name: 'Your name',
    nameHint: 'As the team should read it.',
    email: 'E-mail address',
    password: 'Password',
    newPassword: 'New password',
    currentPassword: 'Password you have now',
    passwordHint: 'At least 12 characters. Several words that do not belong together are good; no other rules.',
    show: 'Show the password',
    hide: 'Hide the password',
    code: 'Code',
    emailWrong: '{label}: write an address with an @, such as ana@example.org.',
    passwordShort: '{label}: at least 12 characters. This one has {length}.',
    passwordLong: '{label}: at most 128 characters. This one has {length}.',
  },
  working: 'One moment …',
  unknown: 'This program could not be asked who you are. {reason}',
  signIn: {
    title: 'Sign in',
    act: 'Sign in',
    forgotten: 'Forgotten your password?',
    withOpenId: 'Sign in with {name}',
    or: 'or with your password',
    noPassword: 'On this server one signs in through the organisation.',
    noAccount: 'No account yet? Somebody on the team invites you by a link.',
    codeTitle: 'Second step',
    codeHint: 'The six digits that your authenticator app shows now, or one of your backup codes.',
    codeAct: 'Go on',
    otherPerson: 'Begin again',
  },
  setup: {
    title: 'Set up this server',
    purpose:
      'Nobody has an account here yet. The first one is an administrator’s. The key was printed by the program when it started: only somebody who can see its output has it.',
    key: 'Set-up key',
    act: 'Make the first account',
  },
  join: {
    title: 'You are invited',
    toReview: '{by} invites you to the review “{title}”, as {role}.',
    toServer: '{by} invites you to an account on this server.',
    asName: 'In the review you are called “{name}”.',
    until: 'The invitation holds until {when}, and is used up once you accept it.',
    here: 'You are signed in as {name} ({email}).',
    accept: 'Accept as {name}',
    otherPerson: 'Sign in as somebody else',
    haveAccount: 'I have an account here',
    newHere: 'I am new here',
    make: 'Make my account and accept',
    overTitle: 'This invitation cannot be used',
    toReviews: 'To your reviews',
  },
  forgotten: {
    title: 'Forgotten password',
    purpose: 'We send a link to the address of your account. With it you choose a new password.',
    noMail:
      'This server sends no mail. Ask here, and an administrator sees that you asked; they give you a link with which you choose a new password.',
    act: 'Ask for a link',
    done: 'If there is an account with this address, a link is on its way. It works once, for a short time.',
    doneNoMail:
      'If there is an account with this address, the administrators see now that you asked. Tell one of them.',
    back: 'Back to signing in',
  },
  reset: {
    title: 'Choose a new password',
    purpose: 'Everybody who is signed in to your account elsewhere is signed out.',
    act: 'Keep the new password',
    done: 'Your new password is kept. Sign in with it.',
    noToken: 'This address is not whole: the part that names your request is missing. Open the link once more.',
  },
  ended: {
    title: 'You are signed out',
    kept: 'What you wrote on this page is still here. Sign in, and go on where you were.',
    act: 'Sign in',
    dialog: 'Sign in to go on',
    asYou: 'As {name} ({email})',
    elsewhere: 'Opens in another window; come back to this one when you are signed in.',
    other:
      'In this browser {other} is signed in now. What was written here was written by {name}, and is not stored under another name.',
    otherAct: 'Go on as {other}, and leave what was written',
    back: 'You are signed in again.',
  },
} as const;

/** Who is at the server, and the way to their account, above the pages that stand outside a review. */
export const accountBarWords = {
  label: 'Your account',
  reviews: 'Reviews',
  account: 'Account',
  admin: 'This server',
  signOut: 'Sign out',
} as const;
