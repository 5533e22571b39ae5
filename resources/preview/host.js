/* The program's hand in the preview's page: puts blocks on it, says what was painted and clicked.

   It runs in a world of its own. The page's scripts are off; what stands on the page can neither see
   nor call any of this. Timers never fire here, frames do. An element may hide a property of
   `document` by its name, so none of those is used. */
(() => {
  "use strict";

  const AROUND = 40; // letters to either side of a click, enough to find its place in the source
  const find = Document.prototype.querySelector.bind(document);
  const create = Document.prototype.createElement.bind(document);
  const caretAt = Document.prototype.caretRangeFromPoint.bind(document);
  const root = find("html");
  const title = find("title");
  const article = find("main > article");
  const body = find(".body");
  const mould = create("template");
  const models = { header: create("header"), footer: create("footer") };
  const selection = getSelection();
  const groups = { body }; // the elements of the page that hold blocks; empty ones are not there
  let blocks = []; // in the order printed: {group, kind, first, last, nodes}
  const owners = new WeakMap(); // a block's outer nodes -> the block

  // To the program

  let program = null;
  const untold = [];

  function tell(what, ...details) {
    if (program) program[what](...details);
    else untold.push([what, details]);
  }

  new QWebChannel(qt.webChannelTransport, (channel) => {
    program = channel.objects.program;
    for (const [what, details] of untold.splice(0)) program[what](...details);
  });

  /* The second frame begins when the first one has been painted. */
  function tellWhenPainted(number) {
    requestAnimationFrame(() => requestAnimationFrame(() => tell("painted", number)));
  }

  // Blocks

  /* Change the page. The white space is that of the exported file, so that the two are alike.

     deleteCount: how many blocks go at `start`; -1 for all there is.
     added: [group, kind, first line, last line, html] of each new one.
     lines: first and last line of every block by turns, or null: those that stay have theirs. */
  function patch(number, start, deleteCount, added, lines, language, direction, name, isFromTop) {
    if (deleteCount < 0) clear();
    const end = start + Math.max(deleteCount, 0);
    for (const block of blocks.slice(start, end)) {
      for (const node of block.nodes) node.remove();
    }
    const made = added.map(make);
    for (const block of made) place(block, blocks[end]);
    blocks = [...blocks.slice(0, start), ...made, ...blocks.slice(end)];
    for (const name of ["header", "footer"]) {
      if (groups[name] && !blocks.some((block) => block.group === name)) drop(name);
    }
    if (lines) {
      blocks.forEach((block, index) => {
        block.first = lines[2 * index];
        block.last = lines[2 * index + 1];
      });
    }
    root.lang = language;
    root.dir = direction;
    title.textContent = name;
    if (isFromTop) scrollTo(0, 0);
    tellWhenPainted(number);
    return number;
  }

  function clear() {
    blocks = [];
    delete groups.header;
    delete groups.footer;
    body.replaceChildren("\n");
    article.replaceChildren("\n", body, "\n");
  }

  function make([group, kind, first, last, html]) {
    mould.innerHTML = html; // inert: no script of a template ever runs
    // The sanitiser leaves none; here because neither policy nor gate sees the lines these open.
    for (const link of mould.content.querySelectorAll("link")) link.remove();
    const nodes = [...mould.content.childNodes, new Text("\n")];
    const block = { group, kind, first, last, nodes };
    for (const node of nodes) owners.set(node, block);
    return block;
  }

  function place(block, next) {
    const parent = block.group === "banner" ? article : groups[block.group] ?? open(block.group);
    let before = null;
    if (next && next.group === block.group) before = next.nodes[0];
    else if (block.group === "banner") before = groups.header ?? body;
    for (const node of block.nodes) parent.insertBefore(node, before);
  }

  function open(name) {
    const element = models[name].cloneNode(false);
    element.append("\n");
    if (name === "header") body.before(element, "\n");
    else article.append(element, "\n");
    groups[name] = element;
    return element;
  }

  function drop(name) {
    groups[name].nextSibling.remove();
    groups[name].remove();
    delete groups[name];
  }

  // The desk around the paper

  function look(canvas, scroll, layout) {
    root.style.setProperty("--canvas", canvas);
    root.style.setProperty("--scroll", scroll);
    root.dataset.layout = layout;
  }

  // Clicks

  function blockOf(node) {
    while (node && !owners.has(node)) node = node.parentNode;
    return node && owners.get(node);
  }

  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a, area");
      if (link) {
        const target = link.getAttribute("href") ?? "";
        if (target.startsWith("#")) return; // the page's own notes: the browser goes there
        event.preventDefault();
        tell("followed", target);
        return;
      }
      if (!selection.isCollapsed) return; // words were marked, nothing was pointed at
      const caret = caretAt(event.clientX, event.clientY);
      const block = blockOf(event.target) ?? blockOf(caret?.startContainer);
      if (!block) return;
      let around = "";
      let offset = 0;
      if (caret?.startContainer instanceof Text && blockOf(caret.startContainer) === block) {
        const start = Math.max(0, caret.startOffset - AROUND);
        around = caret.startContainer.data.slice(start, caret.startOffset + AROUND);
        offset = caret.startOffset - start;
      }
      const kind = event.target.closest(".dateline") ? "dateline" : block.kind; // run into the lead
      tell("clicked", kind, block.first, block.last, around, offset);
    },
    true,
  );

  globalThis.newsdesk = { patch, look };
  if (article.querySelector("*:not(.body)")) tellWhenPainted(0); // the shell came with blocks
})();
