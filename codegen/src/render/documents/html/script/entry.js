// What an entry gets when it is first opened: buttons that copy, and a choice of languages.

const create = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

function copyButton(label, what) {
  const button = create("button", { type: "button", className: "copy", textContent: label });
  button.dataset.copy = what;
  return button;
}

// The address of a code, without what is searched for here.
const linkTo = (name) => location.href.split(/[?#]/, 1)[0] + "#" + name;

const COPIED = {
  link: (entry) => linkTo(entry.querySelector("h3").textContent),
  code: (entry) => entry.querySelector("h3").textContent,
  block: (entry, button) => button.parentElement.parentElement.querySelector(`:scope > .${button.dataset.of}:not([hidden])`).textContent,
};

async function copy(button) {
  const text = COPIED[button.dataset.copy](button.closest("details"), button);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page without HTTPS has no clipboard, but may copy what is selected.
    const area = create("textarea", { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const label = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = label), 1500);
}

let language = "rust";

// All entries show the same language.
function choose(chosen) {
  language = chosen;
  document.querySelectorAll("details.ready").forEach(showLanguage);
}

function showLanguage(entry) {
  for (const tab of entry.querySelectorAll("[role=tab]")) {
    const isChosen = tab.dataset.language === language;
    tab.setAttribute("aria-selected", isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
    entry.querySelector(`pre.${tab.dataset.language}`).hidden = !isChosen;
  }
}

function headOf(of, ...children) {
  const button = copyButton("Copy", "block");
  button.dataset.of = of;
  return create("div", { className: "head" }, ...children, button);
}

function addTabs(blocks) {
  const tabs = blocks.map((block) => {
    const heading = block.previousElementSibling;
    const tab = create("button", { type: "button", textContent: heading.textContent, role: "tab" });
    tab.dataset.language = block.classList[0];
    block.role = "tabpanel";
    block.ariaLabel = heading.textContent;
    block.classList.add("language");
    heading.remove();
    return tab;
  });
  blocks[0].before(headOf("language", create("div", { role: "tablist", ariaLabel: "Language" }, ...tabs)));
}

// A copy of an entry that is ready is ready too.
function prepare(entry) {
  const blocks = [...entry.querySelectorAll("pre")];
  blocks.forEach(colour);
  if (!entry.classList.contains("ready")) {
    entry.classList.add("ready");
    const [body, ...languages] = blocks;
    body.before(headOf("body", body.previousElementSibling));
    addTabs(languages);
    const buttons = [copyButton("Copy link", "link"), copyButton("Copy code", "code")];
    entry.querySelector(".about").append(create("div", { className: "copies" }, ...buttons));
  }
  showLanguage(entry);
}

document.addEventListener("click", ({ target }) => {
  const { copy: what, language: chosen } = target.dataset;
  if (what) copy(target);
  if (chosen) choose(chosen);
});
document.addEventListener("keydown", ({ key, target }) => {
  if (target.role !== "tab" || (key !== "ArrowLeft" && key !== "ArrowRight")) return;
  const other = target.nextElementSibling ?? target.previousElementSibling;
  choose(other.dataset.language);
  other.focus();
});
