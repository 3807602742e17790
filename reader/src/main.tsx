import '@throughline/core/no-eval';
import '@throughline/evidence/look.css';
import './fonts.css';
import { createRoot } from 'react-dom/client';
import { embeddedReview } from './embedded.js';
import { Reader } from './Reader.js';

/** Opens the evidence of a report that carries its review. A document without one stays as it is. */
const review = embeddedReview(document);
if (review !== undefined) {
  const place = document.body.appendChild(document.createElement('div'));
  createRoot(place).render(<Reader review={review} />);
}
