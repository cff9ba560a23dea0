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
  const amount = Math.abs(Number(value));
  return amount < 0.1 || amount >= 100_000;
}

/** The least, and what single precision cannot hold. */
function isEdgeOfMillis(value: string): boolean {
  return Number(value) <= 1 || Number(value) >= 1_000_000;
}

function isLongAgo(value: string): boolean {
  return Date.now() / 1000 - Number(value) > 3 * 365 * 86_400 || Number(value) % 43_200 === 0;
}

/** By wire form; a form that is not here has no less usual classes that a fault could tell. */
export const wideValues: Readonly<Record<string, (value: string) => boolean>> = {
  text: isUnusualText,
  'page-title': isUnusualText,
  'campaign-text': (value) => /[<>&"']/.test(value) || value.length > 60,
  url: isUnusualAddress,
  'page-url': isUnusualAddress,
  'referrer-url': isUnusualAddress,
  money: isUnusualAmount,
  decimal: isUnusualAmount,
  degrees: (value) => /\.\d{5,}/.test(value) || Math.abs(Number(value)) >= 90,
  'duration-millis': isEdgeOfMillis,
  'epoch-seconds': isLongAgo,
  'language-tags': (value) => !value.includes('-') || value.includes(','),
  'visitor-id': (value) => value !== value.toLowerCase(),
  'ecommerce-items': (value) => /null|""|,\s*\]|\]\s*,\s*\d+\s*\]|"[^"]*"\s*\]/.test(value),
};
