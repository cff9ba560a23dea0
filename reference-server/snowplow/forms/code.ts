import type { Form } from './form.ts';

/** One of the codes the spec lists. */
export const code: Form = (text, { codes }) => {
  if (codes.has(text)) return { values: [text] };
  return { fault: `${JSON.stringify(text)} is none of ${[...codes].join(', ')}` };
};
