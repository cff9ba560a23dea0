import { closedConnections } from './closed-connections.ts';
import { droppedConnections } from './dropped-connections.ts';
import { escapedText } from './escaped-text.ts';
import { extraColumns } from './extra-columns.ts';
import { extraHeaders } from './extra-headers.ts';
import { lateResults } from './late-results.ts';
import { otherPixels } from './other-pixels.ts';
import { otherRowOrder } from './other-row-order.ts';
import { slowAnswers } from './slow-answers.ts';
import type { Variation } from './variation.ts';

/** All that a conforming server may do otherwise, and must pass with. */
export const variations: readonly Variation[] = [
  slowAnswers,
  extraHeaders,
  extraColumns,
  otherRowOrder,
  lateResults,
  otherPixels,
  closedConnections,
  droppedConnections,
  escapedText,
];
