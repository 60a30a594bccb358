// The words of web pages as they are found, and that a browser shows the same ones.
import { expect, test } from "@playwright/test";
import { htmlText } from "../src/in/html.ts";

/** Markup, and the lines that a reader sees. */
const PAGES: [name: string, html: string, lines: string[]][] = [
  ["paragraphs that nobody closed", "<p>一<p>二<h2>三</h2>四<p>五", ["一", "二", "三", "四", "五"]],
  ["lists that nobody closed", "<ul><li>一<li>二<ol><li>三<li>四</ol></ul>五", ["一", "二", "三", "四", "五"]],
  ["terms that nobody closed", "<dl><dt>题<dd>文<dt>题<dd>文</dl>", ["题", "文", "题", "文"]],
  ["cells that nobody closed", "<table><tr><td>一<td>二<tr><th>三<th>四</table>五", ["一\t二", "三\t四", "五"]],
  ["cells left open amid bold words", "<table><tr><td><b>一<td>二<tr><td>三<td>四</table>", ["一\t二", "三\t四"]],
  ["parts of a table", "<table><thead><tr><th>一<th>二<tbody><tr><td>三<td>四</table>", ["一\t二", "三\t四"]],
  [
    "a paragraph in each cell",
    "<table><tr><td><p>一</p></td><td> <div>二</div> </td></tr><tr><td><p>三<td><p>四</table>",
    ["一\t二", "三\t四"],
  ],
  [
    "several paragraphs in a cell",
    "<table><tr><td><p>一</p><p>二</p></td></tr><tr><td>三<p>四</p></td></tr></table>",
    ["一", "二", "三", "四"],
  ],
  ["a table in a cell", "<table><tr><td><table><tr><td>一<td>二</table><td>三</table>", ["一\t二", "三"]],
  ["ends without a beginning", "</p>一</div>二</br>三</b>", ["一二", "三"]],
  ["tags that cross", "<p><b>一<i>二</b>三</i></p>四", ["一二三", "四"]],
  ["breaks", "一<br>二<br/>三<hr>四", ["一", "二", "三", "四"]],
  [
    "character references",
    "&lt;一&gt; &amp; &ldquo;二&rdquo; &copy2 &#19977;&#x56db; &hellip; &nosuch; A&B R&D;",
    ["<一> & “二” ©2 三四 … &nosuch; A&B R&D;"],
  ],
  ["spaces that don't break", "一&nbsp;&nbsp;二", ["一\u00A0\u00A0二"]],
  ["comments", "一<!-- <p>不</p> -->二<!-->三<!--不--!>四<!-- 不 -- 不 -->五", ["一二三四五"]],
  [
    "what Word asks of browsers",
    "<!--[if gte mso 9]><xml>不</xml><![endif]-->一<![if !supportLists]>1.<![endif]>二<o:p></o:p>",
    ["一1.二"],
  ],
  [
    "declarations",
    "<?xml version='1.0'?><!DOCTYPE html><html><head><meta charset=utf-8></head><body>一</body></html>",
    ["一"],
  ],
  ["scripts", "一<script>if (a<b) document.write('<p>不</p>')</script>二<SCRIPT>不</SCRIPT >三", ["一二三"]],
  ["styles", "<style>p::after { content: '</p>' }</style><p style='color:red'>一</p>", ["一"]],
  ["a title", "<title>不 &amp; <b>不</title>一", ["一"]],
  ["templates", "<template><p>不</p></template>一<noscript>不</noscript>", ["一"]],
  [
    "what is hidden",
    "<p hidden>不<p>一<div style='COLOR:red; Display : none'>不<p>不</div>二<span hidden=''>不</span>",
    ["一", "二"],
  ],
  ["frames and forms", "一<iframe><p>不</iframe>二<button>不</button>三<select><option>不</select>四", ["一二三四"]],
  ["spaces and line breaks of the source", " <p>  一\n  二\t\t三 </p>\r\n\r\n<p>\n四</p> ", ["一 二 三", "四"]],
  ["words that keep their lines", "<pre>一\n  二\r\n三</pre>四\n五", ["一", "二", "三", "四 五"]],
  ["signs that are no markup", "1 < 2 <3 a<>b <", ["1 < 2 <3 a<>b <"]],
  ["a page that was cut off", "<p>一</p><p class='Mso", ["一"]],
  ["attributes as they are found", "<p class=a'b title=\"1>2\" data-x='</p>' style = 'x'>一</p>", ["一"]],
];

for (const [name, html, lines] of PAGES) {
  test(`a web page is read: ${name}`, () => {
    expect(htmlText(html).split("\n")).toEqual(lines);
  });
}

test("a browser shows the same words of these pages", async ({ page }) => {
  const words = (text: string): string => text.replace(/\u00A0|\s/g, "");
  for (const [name, html, lines] of PAGES) {
    const shown = await page.evaluate((source) => {
      const { body } = new DOMParser().parseFromString(source, "text/html");
      for (const unseen of body.querySelectorAll("script, style, noscript, button, select, iframe, template"))
        unseen.remove();
      document.body.replaceChildren(...body.childNodes);
      return document.body.innerText;
    }, html);
    expect(words(shown), name).toBe(words(lines.join("")));
  }
});
