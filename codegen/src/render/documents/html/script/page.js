// The search field, the filters, the keyboard, and the address, which says what is shown.

const input = document.querySelector("input");

// An address lands in logs, so it has only what somebody typed: a pasted text may have secrets.
const isShort = (text) => text.length <= 64 && !/[{"\n]/.test(text);

function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const toggle of toggles) toggle.setAttribute("aria-pressed", asked.getAll(keyOf(toggle.value)).includes(toggle.value.slice(keyOf(toggle.value).length + 1)));
  byStatus.setAttribute("aria-pressed", asked.get("order") === "status");
  input.value = asked.get("q") ?? "";
}

function writeAddress() {
  const query = input.value.trim();
  const asked = new URLSearchParams([...toggles, byStatus].filter(isPressed).map(({ value }) => [keyOf(value), value.slice(keyOf(value).length + 1)]));
  if (query && isShort(query)) asked.set("q", query);
  const search = asked.size ? `?${asked}` : "";
  // The fragment is kept only while it is what the page shows.
  const target = `${location.pathname}${search}${query ? "" : location.hash}`;
  if (target !== location.pathname + location.search + location.hash) history.replaceState(null, "", target);
}

// Browsers take long to change an address, and refuse to do it for each key.
let timer;

function writeAddressSoon() {
  clearTimeout(timer);
  timer = setTimeout(writeAddress, 200);
}

function clear() {
  input.value = "";
  for (const toggle of toggles) toggle.setAttribute("aria-pressed", false);
  update();
}

function update() {
  show(input.value);
  writeAddressSoon();
}

function updateFilters() {
  count(askedFor());
  update();
}

// Opens the code of a link. An old name leads to today's code.
function followFragment() {
  let name = location.hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {}
  const target = document.getElementById(name);
  const entry = target?.closest(".list details");
  if (!entry) return;
  if (entry.hidden || !results.hidden) clear(), count([]);
  document.querySelector(".marked")?.classList.remove("marked");
  entry.classList.add("marked");
  entry.open = true;
  entry.scrollIntoView();
  entry.firstElementChild.focus({ preventScroll: true });
  output.textContent = target === entry ? "" : `${name} is now ${entry.id}.`;
}

// The row after or before one.
function step(row, direction) {
  const shown = rows();
  return shown[shown.indexOf(row) + direction];
}

const focusRow = (row) => row?.firstElementChild.focus();

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const row = event.target.localName === "summary" ? event.target.closest("main details") : null;
  const isTyping = event.target === input;
  const act = {
    "/": () => !isTyping && (input.focus(), input.select(), true),
    Escape: () => closeMenus() || (isTyping || row || input.value) && (input.focus(), clearSearch(), true),
    ArrowDown: () => (isTyping || row) && (focusRow(row ? step(row, 1) : rows()[0]), true),
    ArrowUp: () => row && (step(row, -1) ? focusRow(step(row, -1)) : input.focus(), true),
    Enter: () => isTyping && openFirst(),
  }[event.key];
  if (act?.()) event.preventDefault();
}

// Whether there was one that `target` is not in.
function closeMenus(target) {
  const open = [...document.querySelectorAll(".menu[open]")].filter((menu) => !target || !menu.contains(target));
  for (const menu of open) {
    if (!target) menu.firstElementChild.focus();
    menu.open = false;
  }
  return open.length > 0;
}

// A menu at the right edge opens to the left.
function moveIntoView(panel) {
  panel.style.left = "";
  const excess = panel.getBoundingClientRect().right + 16 - document.documentElement.clientWidth;
  if (excess > 0) panel.style.left = `${-excess}px`;
}

function clearSearch() {
  if (input.value) (input.value = ""), update();
}

function openFirst() {
  const row = input.value.trim() && rows()[0];
  if (row) (row.open = true), focusRow(row);
  return row;
}

function press(toggle) {
  toggle.setAttribute("aria-pressed", !isPressed(toggle));
  if (toggle !== byStatus) return updateFilters();
  arrange();
  update();
}

document.addEventListener("keydown", onKey);
document.addEventListener("toggle", ({ target }) => target.open && (target.matches(".menu") ? moveIntoView(target.lastElementChild) : prepare(target)), true);
document.addEventListener("click", ({ target }) => closeMenus(target));
for (const toggle of [...toggles, byStatus]) toggle.addEventListener("click", () => press(toggle));
// A field of one line would join the lines of what is pasted.
input.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (!text.includes("\n")) return;
  event.preventDefault();
  input.setRangeText(text.replace(/\s*\n\s*/g, " "), input.selectionStart, input.selectionEnd, "end");
  update();
});
input.addEventListener("input", update);
window.addEventListener("hashchange", followFragment);
// When everything is there the browser goes to the fragment itself, and takes the focus away.
window.addEventListener("load", followFragment);
window.addEventListener("popstate", () => (readAddress(), updateFilters()));

function readInSpareTime(deadline) {
  while (index.entries.length < elements.length && deadline.timeRemaining() > 2) addToIndex(Math.min(index.entries.length + 50, elements.length));
  if (index.entries.length < elements.length) requestIdleCallback(readInSpareTime);
  else if (!arranged && elements.length > 2 * MAX_CHILDREN && results.hidden) arrange();
}

readAddress();
if (isPressed(byStatus)) arrange();
if (location.search) updateFilters();
window.requestIdleCallback?.(readInSpareTime);
