// What script adds to pages that work without it: keys, copying, closing menus, focus on problems.
const told = document.getElementById("told");
const ask = document.getElementById("ask");
const asked = document.getElementById("asked");
const KEY_WAIT_MS = 1500;
let afterG = 0;

/** Says a sentence to screen readers, and to nobody else. */
function tell(sentence) {
  told.textContent = "";
  requestAnimationFrame(() => (told.textContent = sentence));
}

function inField(target) {
  return target.isContentEditable || target.matches("input, textarea, select");
}

function goTo(key) {
  const place = document.querySelector(`.places a[data-key="${CSS.escape(key)}"]`);
  if (place) location.assign(place.href);
}

function openKeys() {
  const dialog = document.getElementById("keys");
  if (dialog && !dialog.open) dialog.showModal();
}

function keysOn() {
  return document.documentElement.dataset.keys !== "off";
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && ask) {
    event.preventDefault();
    ask.focus();
    return;
  }
  if (event.key === "Escape") {
    closeMenus();
    asked?.replaceChildren();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target) || !keysOn()) return;
  if (document.querySelector("dialog[open]")) return;
  if (afterG && event.timeStamp - afterG < KEY_WAIT_MS) {
    afterG = 0;
    goTo(event.key);
  } else if (event.key === "g") {
    afterG = event.timeStamp;
  } else if (event.key === "/" && ask) {
    event.preventDefault();
    ask.focus();
    ask.select();
  } else if (event.key === "?") {
    openKeys();
  } else if (rowKey(event.key) || press(event.key)) {
    event.preventDefault();
  }
});

/** In a table of rows: j and k go down and up, x chooses, e opens it, a leads to what is done to all. */
function rowKey(key) {
  const rows = [...document.querySelectorAll("tr[data-row]")];
  if (rows.length === 0 || !"jkxea".includes(key)) return false;
  const here = rows.findIndex((row) => row.classList.contains("here"));
  if (key === "j" || key === "k") {
    const next = here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + (key === "j" ? 1 : -1)));
    rows[here]?.classList.remove("here");
    rows[next].classList.add("here");
    rows[next].querySelector("a").focus();
    return true;
  }
  if (key === "a") {
    const assign = document.querySelector("#bulk #text");
    assign?.focus();
    return assign !== null;
  }
  if (here < 0) return false;
  if (key === "x") {
    const box = rows[here].querySelector("input[type=checkbox]");
    box?.click();
    return true;
  }
  location.assign(rows[here].querySelector("a").href);
  return true;
}

/** What carries data-press="KEY" is used by that key: a folded part opens, a link or button is clicked. */
function press(key) {
  if (key === "u") {
    const undo = document.querySelector(".notice form button");
    undo?.click();
    return undo !== null;
  }
  const target = document.querySelector(`[data-press="${CSS.escape(key)}"]`);
  if (!target) return false;
  if (target.matches("details")) {
    target.open = true;
    const first = target.querySelector("input:not([type=hidden]), select, textarea, a, button");
    first?.focus();
    if (first?.matches("input, textarea")) first.select();
  } else {
    target.click();
  }
  return true;
}

document.addEventListener("change", (event) => {
  const row = event.target.closest("tr[data-row]");
  if (!row || event.target.type !== "checkbox") return;
  row.classList.toggle("chosen", event.target.checked);
  const count = document.querySelectorAll("tr[data-row] input:checked").length;
  const said = document.querySelector("[data-chosen]");
  if (said) said.textContent = count === 1 ? "1 ticket chosen:" : `${count} tickets chosen:`;
});

/** Menus close on Escape, with the focus back on their name, and on a click outside. */
function closeMenus(but) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu === but) continue;
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside && !but) menu.querySelector("summary").focus();
  }
}

document.addEventListener("click", (event) => {
  closeMenus(event.target.closest("details.menu") ?? document.body);
  if (!event.target.closest(".ask-box")) asked?.replaceChildren();
  const copy = event.target.closest("[data-copy]");
  if (copy) copyText(copy);
});

/** A button with data-copy="ID" copies the text of that element. */
async function copyText(button) {
  const text = document.getElementById(button.dataset.copy).innerText.trim();
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    tell("The text is copied.");
  } catch {
    tell("The text could not be copied. Mark it and copy it by hand.");
    getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
  }
  setTimeout(() => (button.textContent = before), 2000);
}

// Copying needs script, so its buttons come hidden.
for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = false;

document.getElementById("problems")?.focus();

/** A form with data-busy="WORDS" says them, and for how long, while its answer is on the way. */
document.addEventListener("submit", (event) => {
  const words = event.target.dataset.busy;
  if (!words) return;
  const line = document.createElement("p");
  const began = performance.now();
  const say = () => (line.textContent = `${words} ${Math.round((performance.now() - began) / 1000)} s`);
  say();
  tell(words);
  event.target.append(line);
  const clock = setInterval(say, 1000);
  addEventListener("pagehide", () => (clearInterval(clock), line.remove()), { once: true });
});

document.addEventListener("htmx:after:swap", () => {
  const count = document.querySelector("[data-told]");
  if (count) tell(count.dataset.told);
});
