// Markdown as the trees of elements that the page draws (`protocol::Node` as JSON). HTML in it is text, and links lead nowhere but to
// lessons, headings, programs and https.
import { lexer } from "marked";

const text = (words) => ({ t: words });
const el = (n, k, more) => ({ e: { n, k, ...more } });
const act = (name) => ({ d: { Do: name } });

/** A heading as links name it. */
const anchor = (words) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

/** What is written in tokens, without its dress. */
const plain = (tokens) => tokens.map((t) => (t.tokens ? plain(t.tokens) : t.text ?? "")).join("");

function link(token) {
  const inside = inline(token.tokens);
  const { href } = token;
  if (href.startsWith("run:")) {
    return el("button", [{ g: "play" }, ...inside], { c: "try", a: [["type", "button"]], ...act(`try ${href.slice(4)}`) });
  }
  if (href.startsWith("#") && !href.startsWith("#/")) {
    return el("button", inside, { c: "jump", a: [["type", "button"]], ...act(`anchor ${href.slice(1)}`) });
  }
  if (href.startsWith("https://")) return el("a", inside, { a: [["href", href], ["rel", "noreferrer"]] });
  if (/^(#\/)?[\w/-]+$/.test(href) || /^#\/[\w/-]+$/.test(href.split("#").slice(0, 2).join("#"))) {
    return el("a", inside, { a: [["href", href.startsWith("#/") ? href : `#/patterns/${href}`]] });
  }
  return text(`${token.text} (${href})`);
}

function inline(tokens) {
  return (tokens ?? []).map((t) => {
    switch (t.type) {
      case "strong":
        return el("strong", inline(t.tokens));
      case "em":
        return el("em", inline(t.tokens));
      case "del":
        return el("s", inline(t.tokens));
      case "codespan":
        return el("code", [text(t.text)]);
      case "br":
        return el("br", []);
      case "link":
        return link(t);
      case "text":
        return t.tokens ? el("span", inline(t.tokens)) : text(t.text);
      case "escape":
        return text(t.text);
      case "image":
        return text(t.text);
      default:
        return text(t.raw);
    }
  });
}

function table(token) {
  const cell = (n, more) => (c, i) => {
    const align = token.align[i];
    return el(n, inline(c.tokens), { a: [...more, ...(align ? [["style", `text-align:${align}`]] : [])] });
  };
  // A corner without words heads nothing.
  const heading = (c, i) => (c.text.trim() ? cell("th", [["scope", "col"]]) : cell("td", []))(c, i);
  const head = el("thead", [el("tr", token.header.map(heading))]);
  const body = el("tbody", token.rows.map((row) => el("tr", row.map(cell("td", [])))));
  return el("div", [el("table", [head, body])], { c: "table", a: [["tabindex", "0"], ["role", "region"], ["aria-label", "Table"]] });
}

function code(token) {
  const [first, second] = (token.lang ?? "").split(" ");
  const listing = el("pre", [el("code", [text(token.text)])], { a: [["tabindex", "0"]] });
  if (second === "run") {
    const open = el("button", [text("Open in the playground")], { c: "btn", a: [["type", "button"]], ...act(`open ${token.text}\n`) });
    return el("div", [open, listing], { c: "listing whole" });
  }
  if (first === "widget") return el("div", [], { c: "widget", a: [["data-widget", second], ["data-text", token.text]] });
  const copy = el("button", [text("Copy")], { c: "btn bare", a: [["type", "button"]], ...act(`copy ${token.text}`) });
  return el("div", [listing, copy], { c: "listing" });
}

function blocks(tokens) {
  return tokens.flatMap((t) => {
    switch (t.type) {
      case "space":
      case "def":
        return [];
      case "heading": {
        const level = Math.min(Math.max(t.depth, 2), 4);
        return [el(`h${level}`, inline(t.tokens), { a: [["id", anchor(plain(t.tokens))], ["tabindex", "-1"]] })];
      }
      case "paragraph":
        return [el("p", inline(t.tokens))];
      case "text":
        return t.tokens ? inline(t.tokens) : [text(t.text)];
      case "list":
        return [el(t.ordered ? "ol" : "ul", t.items.map((item) => el("li", blocks(item.tokens))))];
      case "blockquote":
        return [el("blockquote", blocks(t.tokens))];
      case "code":
        return [code(t)];
      case "table":
        return [table(t)];
      case "hr":
        return [el("hr", [])];
      default:
        return [el("p", [text(t.raw)])];
    }
  });
}

/** The Markdown of a text, as JSON. */
globalThis.golanesMarkdown = (markdown) => JSON.stringify(blocks(lexer(markdown)));
