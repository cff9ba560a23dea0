/** Which values of a wire form are of its less usual classes, as the spec counts them. */

const beyondLatin = /[^\0-\u024f]/;
const astral = /[\u{10000}-\u{10ffff}]/u;

function isUnusualText(value: string): boolean {
  return value.trim() !== value || astral.test(value) || value.length > 150;
}

function isUnusualAddress(value: string): boolean {
  return (
    beyondLatin.test(value) || /[^\0-\x7f]|%[89A-F]/i.test(value) || value.includes('#') || /:\d+(?:\/|$)/.test(value)
  );
}

function isUnusualAmount(value: string): boolean {
  return /e|\.$|\.\d{3,}/i.test(value) || Math.abs(Number(value)) >= 1_000_000;
}

/** The least, and what single precision cannot hold. */
function isEdgeOfMillis(value: string): boolean {
  return Number(value) <= 1 || Number(value) >= 1_000_000;
}

/** A moment more than three years ago is taken for three years ago. */
function notLongAgo(value: string): string {
  const earliest = Math.floor(Date.now() / 1000) - 3 * 365 * 86_400;
  return Number(value) < earliest ? String(earliest) : value;
}

/** Prices are read where a quantity stands behind them. */
function withoutLonePrices(value: string): string {
  const items: unknown[][] = JSON.parse(value);
  return JSON.stringify(items.map((item) => (item.length === 4 ? item.slice(0, 3) : item)));
}

function unless(isWide: (value: string) => boolean): (value: string) => string | undefined {
  return (value) => (isWide(value) ? undefined : value);
}

/**
 * By wire form, what a narrow reader makes of a value: nothing or another value for the less usual ones. A form that
 * is not here has no less usual classes that a fault could tell.
 */
export const narrowReaders: Readonly<Record<string, (value: string) => string | undefined>> = {
  text: unless(isUnusualText),
  'page-title': unless(isUnusualText),
  'campaign-text': unless((value) => /[<>&"']/.test(value) || value.length > 60),
  url: unless(isUnusualAddress),
  'page-url': unless(isUnusualAddress),
  'referrer-url': unless(isUnusualAddress),
  money: unless(isUnusualAmount),
  decimal: unless(isUnusualAmount),
  degrees: unless((value) => /\.\d{5,}/.test(value) || Math.abs(Number(value)) >= 90),
  'duration-millis': unless(isEdgeOfMillis),
  'epoch-seconds': notLongAgo,
  'language-tags': unless((value) => !value.includes('-') || value.includes(',')),
  'visitor-id': unless((value) => value !== value.toLowerCase()),
  'ecommerce-items': withoutLonePrices,
};
