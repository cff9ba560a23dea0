/**
 * An expression for a page: its texts that stand out too little from what is behind them (WCAG 2: 4.5 to 1).
 * As text, since the types of a browser are not those of this room.
 */
export const faintTexts = `(() => {
  const channels = (color) => (color.match(/[0-9.]+/g) ?? []).map(Number);
  const luminance = (color) => {
    const [r, g, b] = channels(color).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    if (!element) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? behind(element.parentElement) : backgroundColor;
  };
  const faint = [...document.querySelectorAll('p, code, span, th, td, dt, dd, a, b, em, i, u, mark, button')]
    .filter((element) => element.checkVisibility() && element.textContent.trim() !== '')
    .filter((element) => {
      const [a, b] = [luminance(getComputedStyle(element).color), luminance(behind(element))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
    });
  return [...new Set(faint.map((one) => [one.tagName, one.className, one.parentElement.className].join(' ')))];
})()`;
