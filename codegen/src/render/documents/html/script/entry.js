// What an entry gets when it is first opened: buttons that copy, and a choice of languages.

const create = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

async function copy(text) {
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
}

function copyButton(label, textToCopy) {
  const button = create("button", { type: "button", className: "copy", textContent: label });
  button.addEventListener("click", async () => {
    await copy(textToCopy());
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = label), 1500);
  });
  return button;
}

// The address of a code, without what is searched for here.
const linkTo = (name) => location.href.split(/[?#]/, 1)[0] + "#" + name;

let language = "rust";

// All entries show the same language.
function choose(chosen) {
  language = chosen;
  for (const tabs of document.querySelectorAll("[role=tablist]")) showTab(tabs);
}

function showTab(tabs) {
  for (const tab of tabs.children) {
    const isChosen = tab.dataset.language === language;
    tab.setAttribute("aria-selected", isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
    tab.panel.hidden = !isChosen;
  }
}

function addTabs(blocks) {
  const tabs = create("div");
  tabs.setAttribute("role", "tablist");
  tabs.setAttribute("aria-label", "Language");
  for (const block of blocks) {
    const panel = create("div", {});
    const label = block.previousElementSibling.textContent;
    const tab = create("button", { type: "button", textContent: label, panel });
    tab.dataset.language = block.className;
    tab.setAttribute("role", "tab");
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-label", label);
    tab.addEventListener("click", () => choose(tab.dataset.language));
    tabs.append(tab);
    block.previousElementSibling.remove();
    block.replaceWith(panel);
    panel.append(block);
  }
  tabs.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = [...tabs.children].find((tab) => tab.tabIndex < 0);
    choose(other.dataset.language);
    other.focus();
  });
  const panels = [...tabs.children].map((tab) => tab.panel);
  const shown = () => panels.find((panel) => !panel.hidden).textContent;
  panels[0].before(create("div", { className: "head" }, tabs, copyButton("Copy", shown)));
  showTab(tabs);
}

function prepare(entry) {
  if (entry.isPrepared) return;
  entry.isPrepared = true;
  const blocks = [...entry.querySelectorAll("pre")];
  blocks.forEach(colour);
  for (const block of blocks.filter((block) => !block.className)) {
    const heading = block.previousElementSibling;
    const head = create("div", { className: "head" });
    heading.replaceWith(head);
    head.append(heading, copyButton("Copy", () => block.textContent));
  }
  addTabs(blocks.filter((block) => block.className));
  const name = entry.querySelector("h3").textContent;
  const buttons = [copyButton("Copy link", () => linkTo(name)), copyButton("Copy code", () => name)];
  entry.querySelector(".about").append(create("div", { className: "copies" }, ...buttons));
}
