import type { Form } from './form.ts';

const sides = /^(\d+)x(\d+)$/;
const largest = 2_147_483_647;

/** `<width>x<height>`; the columns are width, then height. */
export const dimensions: Form = (text) => {
  const match = sides.exec(text);
  if (match === null) return { fault: `${JSON.stringify(text)} is not <width>x<height>` };
  const width = Number(match[1]);
  const height = Number(match[2]);
  if (width > largest || height > largest) return { fault: `${text} exceeds ${largest}` };
  return { values: [width, height] };
};
