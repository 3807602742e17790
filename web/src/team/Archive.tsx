import { shareMark } from '@throughline/core';
import { teamWords } from '@throughline/words';
import { teamOf } from '../house/accounts.js';
import { useReview, useServer } from '../house/HouseContext.js';
import { Nothing } from '../ui/Page.js';

const words = teamWords.archive;

/** The whole review as one file. The browser saves it by itself, tells how far it is, and can stop. */
export function Archive() {
  const { review } = useServer();
  if (shareMark(useReview()) !== undefined) return <Nothing>{words.share}</Nothing>;
  return (
    <p>
      <a href={teamOf(review).archiveAddress} download>
        {words.save}
      </a>
    </p>
  );
}
