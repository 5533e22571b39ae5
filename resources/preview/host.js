/* The program's hand in the preview's page: puts blocks on it, scrolls it, marks the block that is
   edited, and says what was painted, scrolled and clicked.

   It runs in a world of its own. The page's scripts are off; what stands on the page can neither see
   nor call any of this. Timers never fire here, frames do. An element may hide a property of
   `document` by its name, so none of those is used. */
(() => {
  "use strict";

  const AROUND = 20_000; // letters to either side of a click: all of the block, but for huge ones
  const OWN_SCROLL_MS = 180; // as long the page may move after we scrolled or changed it
  const BESIDE_PX = 12; // of the paper, between its words and the edge of their mark
  const ABOVE_PX = 4;
  const IN_VIEW_PX = 96; // what is kept in view stays as far from the edges
  const LAID_OUT = "p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6, pre, blockquote, caption, div";
  // what the body's source does not say
  const NOT_WRITTEN = ".dateline, .footnote-ref, .footnote-backref, figcaption";
  const find = Document.prototype.querySelector.bind(document);
  const create = Document.prototype.createElement.bind(document);
  const walk = Document.prototype.createTreeWalker.bind(document);
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
    if (root.lang !== language) root.lang = language; // either styles all of the page anew
    if (root.dir !== direction) root.dir = direction;
    if (title.textContent !== name) title.textContent = name;
    if (isFromTop) scrollTo(0, 0);
    placeMark();
    markFound();
    moved();
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

  function look(layout, colours) {
    for (const [name, colour] of Object.entries(colours)) {
      root.style.setProperty(`--${name}`, colour);
    }
    root.dataset.layout = layout;
  }

  /* Say something at the lower edge of the page, as where a link leads; nothing: say no more. */
  function tellBelow(words) {
    below.textContent = words;
    below.hidden = !words;
    if (!below.isConnected) find("body").append(below);
  }

  // What was looked for. Ranges are laid over the page: nothing on it is changed.

  const MOST_FOUND = 2_000;
  const found = new Highlight();
  let sought = null;
  CSS.highlights.set("found", found);

  /* Mark what matches, now and whenever the page changes; nothing: mark no more. */
  function seek(pattern) {
    sought = pattern ? new RegExp(pattern, "gu") : null;
    markFound();
    return found.size;
  }

  function markFound() {
    found.clear();
    if (!sought) return;
    const texts = walk(article, NodeFilter.SHOW_TEXT);
    while (found.size < MOST_FOUND && texts.nextNode()) {
      const text = texts.currentNode;
      for (const hit of text.data.matchAll(sought)) {
        const range = new Range();
        range.setStart(text, hit.index);
        range.setEnd(text, hit.index + hit[0].length);
        found.add(range);
      }
    }
  }

  // Where it is scrolled to

  let movedAt = -Infinity; // ms
  let known = 0; // the offset that needs no telling: we, or what was laid out anew, led there

  function moved() {
    movedAt = performance.now();
    known = scrollY;
  }

  /* Return how far the page can be scrolled, and of every block of the body its first and last
     line, top and bottom in CSS px from the top of the page; as JSON. */
  function measures() {
    const spans = [];
    for (const block of blocks) {
      if (block.first < 0) continue;
      const [top, bottom] = extent(block);
      spans.push([block.first, block.last, top + scrollY, bottom + scrollY]);
    }
    return JSON.stringify([root.scrollHeight - root.clientHeight, spans]);
  }

  /* Return top and bottom of a block in CSS px from the top of what is seen. */
  function extent(block) {
    const boxes = block.nodes.filter((node) => node instanceof Element);
    if (!boxes.length) return [0, 0]; // bare text, which no block of ours is
    const rects = boxes.map((node) => node.getBoundingClientRect());
    return [Math.min(...rects.map((one) => one.top)), Math.max(...rects.map((one) => one.bottom))];
  }

  function scroll(offset) {
    scrollTo({ top: offset, behavior: "instant" });
    moved();
    return offset;
  }

  /* Scroll as little as shows the place of a line, which may be fractional. */
  function follow(line) {
    const block = blocks.findLast((one) => one.first >= 0 && one.first <= line);
    if (!block) return;
    const [top, bottom] = extent(block);
    const share = (line - block.first) / (block.last + 1 - block.first);
    const at = top + Math.min(share, 1) * (bottom - top);
    const edge = Math.min(IN_VIEW_PX, innerHeight / 4);
    if (at < edge) scroll(scrollY + at - edge);
    else if (at > innerHeight - edge) scroll(scrollY + at - innerHeight + edge);
  }

  addEventListener("scroll", () => {
    if (scrollY === known || performance.now() - movedAt < OWN_SCROLL_MS) return;
    known = scrollY;
    tell("scrolled", known);
  });

  function onReflow(isResized) {
    placeMark();
    moved(); // the browser keeps in place what is seen
    tell("reflowed", isResized);
  }

  addEventListener("resize", () => onReflow(true));
  new ResizeObserver(() => onReflow(false)).observe(article);

  // The block that is edited

  /* The mark lies beside the page's content, not in it: that stays as it is exported. */
  const mark = create("div");
  mark.className = "desk-mark";
  const below = create("div");
  below.className = "desk-below";
  let edited = null; // [kind, line]; the line counts in the body alone

  function markEdited(kind, line) {
    edited = kind ? [kind, line] : null;
    placeMark();
  }

  function placeMark() {
    const block = edited && blocks.find(isEdited);
    mark.hidden = !block;
    if (!block) return;
    const [top, bottom] = extent(block);
    const paper = article.getBoundingClientRect();
    mark.style.top = `${top + scrollY - ABOVE_PX}px`;
    mark.style.height = `${bottom - top + 2 * ABOVE_PX}px`;
    mark.style.left = `${paper.left + scrollX - BESIDE_PX}px`;
    mark.style.width = `${paper.width + 2 * BESIDE_PX}px`;
    if (!mark.isConnected) find("body").append(mark);
  }

  function isEdited(block) {
    const [kind, line] = edited;
    return kind === "body" ? block.first <= line && line <= block.last : block.kind === kind;
  }

  // Clicks

  function blockOf(node) {
    while (node && !owners.has(node)) node = node.parentNode;
    return node && owners.get(node);
  }

  /* Return what the block says as far as its source says it too, and how far in it the caret is. */
  function wordsAround(block, caret) {
    let words = "";
    let at = -1;
    let holder = null;
    for (const outer of block.nodes) {
      const texts = walk(outer, NodeFilter.SHOW_TEXT);
      let text = outer instanceof Text ? outer : texts.nextNode();
      for (; text; text = texts.nextNode()) {
        if (text.parentElement.closest(NOT_WRITTEN)) continue;
        const laidOut = text.parentElement.closest(LAID_OUT);
        if (holder && holder !== laidOut) words += "\n";
        holder = laidOut;
        if (text === caret?.startContainer) at = words.length + caret.startOffset;
        words += text.data;
      }
    }
    if (at < 0) return ["", 0];
    const start = Math.max(0, at - AROUND);
    return [words.slice(start, at + AROUND), at - start];
  }

  /* Return the HTML of what is selected in the paper, nothing if that is nothing. */
  function selected() {
    if (selection.isCollapsed || !article.contains(selection.getRangeAt(0).commonAncestorContainer))
      return "";
    const holder = create("div");
    holder.append(selection.getRangeAt(0).cloneContents());
    return holder.innerHTML;
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
      const [around, offset] = wordsAround(block, caret);
      const kind = event.target.closest(".dateline") ? "dateline" : block.kind; // run into the lead
      tell("clicked", kind, block.first, block.last, around, offset);
    },
    true,
  );

  // Pictures of the shell, which did not wait for them

  for (const image of article.querySelectorAll("img[data-src]")) {
    image.src = image.dataset.src;
    delete image.dataset.src;
  }

  globalThis.newsdesk = {
    patch, look, measures, scroll, follow, selected, seek, mark: markEdited, below: tellBelow,
  };
  if (article.querySelector("*:not(.body)")) tellWhenPainted(0); // the shell came with blocks
})();
