/** One line of the table. `bar` is what must be met, `calibration` what was measured beside it in the same run. */
export interface Row {
  what: string;
  measured: number;
  unit: string;
  bar: { at: 'least' | 'most'; value: number };
  calibration: string;
}

export function holds({ measured, bar }: Row): boolean {
  return bar.at === 'least' ? measured >= bar.value : measured <= bar.value;
}

/** Rounds to three digits that matter: more would be the machine's noise. */
export function rounded(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString();
}

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { what, measured, unit, bar, calibration } = row;
    return `| ${what} | ${rounded(measured)} ${unit} | ${bar.at === 'least' ? '≥' : '≤'} ${bar.value} | ${holds(row) ? 'met' : 'MISSED'} | ${calibration} |`;
  });
  return ['| what | measured | bar | | calibration |', '|---|---|---|---|---|', ...lines].join('\n');
}
