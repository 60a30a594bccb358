// The analyzer alone, for a frame on another site. It speaks with the page around it only if its own address names that page's
// origin, and says on screen to whom it speaks.
import "./embed.css";
import { tellVersion } from "../../service-worker/version.ts";
import type { JiyaoError } from "../analysis/jiyao.ts";
import type { Analysis } from "../analysis/model.ts";
import { load } from "../analysis/page.ts";
import { JiyaoAnalyzer } from "../analyzer/jiyao-analyzer.ts";
import { chooseLanguage, LANGUAGES } from "../i18n/languages.ts";
import { allowedOrigins, type FromFrame, PROTOCOL, read, type ToFrame } from "./messages.ts";

JiyaoAnalyzer.load = load;
JiyaoAnalyzer.richText = async (html) => (await import("../in/page.ts")).richText(html);

const analyzer = document.querySelector("jiyao-analyzer") as JiyaoAnalyzer;
const status = document.querySelector("[role=status]") as HTMLElement;
const allowed = allowedOrigins(location.search);
/** The page around, once it has spoken. */
let origin: string | null = null;

addEventListener("message", ({ source, origin: from, data }: MessageEvent) => {
  if (source !== parent || parent === window || !allowed.has(from)) return;
  origin = from;
  const message = read(data);
  if (typeof message === "string") send({ jiyao: PROTOCOL, type: "error", code: "invalid-message", message });
  else if (message.type === "hello") send({ jiyao: PROTOCOL, type: "ready", schemaVersion: 1 });
  else set(message);
  tell();
});

analyzer.addEventListener("jiyao-analysis", (event) => {
  const { detail: analysis } = event as CustomEvent<Analysis>;
  send({ jiyao: PROTOCOL, type: "analysis", text: analyzer.value ?? "", analysis });
});
analyzer.addEventListener("jiyao-error", (event) => {
  const { code, message } = (event as CustomEvent<JiyaoError>).detail;
  send({ jiyao: PROTOCOL, type: "error", code, message });
});

// Where the page beside it is installed, its service worker keeps the files of the frame too.
tellVersion();

document.documentElement.lang = chooseLanguage(navigator.languages);

function set({ jiyao: _, type: __, lang, ...properties }: ToFrame & { type: "set" }): void {
  if (lang !== undefined) document.documentElement.lang = analyzer.lang = lang;
  Object.assign(analyzer, properties);
}

function send(message: FromFrame): void {
  if (origin) parent.postMessage(message, origin);
}

/** Says to whom results go. */
function tell(): void {
  status.textContent = origin ? LANGUAGES[analyzer.language].given(origin) : "";
}
