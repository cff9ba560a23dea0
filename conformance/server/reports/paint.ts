import { styleText } from 'node:util';

export interface TextOptions {
  /** For a terminal that shows colours. */
  color: boolean;
}

export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  faint(text: string): string;
  strong(text: string): string;
}

export function createPaint({ color }: TextOptions): Paint {
  const style = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text;
  return { good: style('green'), bad: style('red'), faint: style('dim'), strong: style('bold') };
}
