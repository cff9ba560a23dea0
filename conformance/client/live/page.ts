/** The live page before its script fills it. */
export const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>beaconform record</title>
<link rel="icon" href="/favicon.ico" type="image/svg+xml">
<link rel="stylesheet" href="/live/style.css">
</head>
<body>
<header>
  <h1>beaconform <span>record</span></h1>
  <p id="connection" role="status">connecting</p>
  <p id="counts" role="status"></p>
  <div class="filter">
    <label>Verdict
      <select id="verdict">
        <option value="all">all</option>
        <option value="violation">violations</option>
        <option value="warning">warnings or worse</option>
        <option value="conformant">conformant</option>
        <option value="none">no hit</option>
      </select>
    </label>
    <label>Contains <input id="words" type="search" placeholder="name, value, requirement" autocomplete="off" spellcheck="false"></label>
    <label><input id="follow" type="checkbox" checked> follow</label>
    <button id="clear" type="button">Clear</button>
  </div>
</header>
<main>
  <section id="list" aria-label="Requests">
    <table>
      <thead><tr><th>#</th><th>Time</th><th>Request</th><th>What</th><th>Verdict</th></tr></thead>
      <tbody id="rows"></tbody>
    </table>
    <p id="empty">Nothing came yet. Point a tracker at this server.</p>
  </section>
  <section id="details" aria-label="Details" aria-live="polite"><p>Choose a request to see what was sent and what was found.</p></section>
</main>
<script type="module" src="/live/main.js"></script>
</body>
</html>
`;
