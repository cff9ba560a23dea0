/** What the page does beyond being read: filter, search, open what a link names, copy. Without it all is shown. */
export const script = `'use strict';
(() => {
  const root = document.documentElement;
  root.classList.add('scripted');
  const form = document.querySelector('.controls');
  const rows = [...document.querySelectorAll('.requirements > tbody > tr')];
  const empty = document.querySelector('.empty');
  const texts = new Map();

  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };

  const filter = () => {
    const data = new FormData(form);
    const statuses = data.getAll('status');
    const words = data.get('search').toLowerCase().split(' ').filter((word) => word !== '');
    let shown = 0;
    for (const row of rows) {
      const fits =
        (statuses.length === 0 || statuses.includes(row.dataset.status)) &&
        (!data.get('level') || data.get('level') === row.dataset.level) &&
        (!data.get('protocol') || data.get('protocol') === row.dataset.protocol) &&
        words.every((word) => textOf(row).includes(word));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    form.querySelector('output').textContent = shown + ' of ' + rows.length;
    empty.hidden = shown > 0 || rows.length === 0;
  };

  const reset = () => {
    form.reset();
    filter();
  };

  const follow = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!(named instanceof HTMLDetailsElement)) return;
    if (named.closest('.requirements > tbody > tr').hidden) reset();
    named.open = true;
    named.scrollIntoView({ block: 'start' });
    named.querySelector('summary').focus({ preventScroll: true });
  };

  // From a file the clipboard may be closed; then the text is selected instead, ready for the keyboard.
  const copy = async (button) => {
    const text = button.closest('.copied').querySelector('pre');
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(text);
      button.textContent = 'Selected';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  };

  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.querySelector('.reset').addEventListener('click', reset);
  document.addEventListener('click', (event) => {
    if (event.target.matches('.copy')) copy(event.target);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches('input, select, textarea')) return;
    event.preventDefault();
    form.elements.search.focus();
  });
  addEventListener('hashchange', follow);
  filter();
  follow();
})();
`;
