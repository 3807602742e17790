import { type Grade, grades } from '@throughline/core';
import { evidenceWords, fill, gradeWords } from '@throughline/words';
import styles from './GradeMark.module.css';

/** The grade of some evidence (L11): its word, and as many filled marks as it is good, so that it can be scanned. */
export function GradeMark({ grade }: { readonly grade: Grade }) {
  const filled = grades.length - 1 - grades.indexOf(grade);
  return (
    <span className={styles.grade} data-grade={grade} title={fill(evidenceWords.gradeOf, { ...gradeWords[grade] })}>
      <svg className={styles.marks} viewBox="0 0 20 8" aria-hidden="true">
        {[0, 1, 2].map((at) => (
          <rect
            key={at}
            x={at * 7 + 0.5}
            y={0.5}
            width={5}
            height={7}
            className={at < filled ? styles.full : styles.empty}
          />
        ))}
      </svg>
      {gradeWords[grade].name}
    </span>
  );
}
