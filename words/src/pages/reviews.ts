/** The words of the list of reviews: starting one, and bringing one from elsewhere. */
export const reviewsWords = {
  title: 'Reviews',
  loading: 'Looking for your reviews …',
  none: 'You are in no review yet. Start one, bring one in, or open the link that somebody on a team sent you.',
  bring: {
    title: 'Bring a review in',
    note: 'An archive, or the file of a review from another machine (its name ends in .throughline). It is copied whole; the file stays as it is.',
    file: 'Archive or review file',
    read: 'Look into the file',
    looking: 'Reading {name} …',
    needsFile: 'Choose a file first.',
    who: 'Who are you in “{title}”?',
    whoNote: 'What that person did counts as yours from now on. Others are invited on the page of the team.',
    act: 'Bring it in',
    sending: 'Sending {name}: {part} %',
    storing: 'Storing {name} …',
    stop: 'Stop',
    stopped: 'Stopped. Nothing was brought in.',
    stoppedLate: 'Stopped, after the whole file had been sent. Look whether it has arrived before you send it again.',
    other: 'Another file',
  },
  nameAsked: {
    text: 'What you do is kept under a name. This one is what the machine calls you:',
    label: 'Your name',
    change: 'Keep this name',
    done: 'What you do is kept under the name {name}.',
  },
} as const;
