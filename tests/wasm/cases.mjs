// What must hold of the wasm module in a browser. A case gets the module and throws when something is wrong.

const REPORT =
  "3月27日，临江镇召开春季生产工作会议。镇党委书记顾长河出席会议并讲话，镇长白露主持会议。" +
  "会议表彰了先进集体12个。顾长河强调，一是要抓好春耕备耕，确保不误农时。二是要守住安全底线，切实排查隐患。";

function equal(got, wanted, what) {
  if (got !== wanted) {
    throw new Error(`${what}: got ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`);
  }
}

function holds(condition, what) {
  if (!condition) {
    throw new Error(what);
  }
}

function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Everything in a value, with its path: `reports.0.meeting.name`. */
function* walk(value, path = []) {
  yield [path.join("."), value];
  if (value !== null && typeof value === "object") {
    for (const [key, part] of Object.entries(value)) {
      yield* walk(part, [...path, key]);
    }
  }
}

function spans(analysis) {
  const isSpan = (value) => value !== null && typeof value === "object" && "start" in value && "end" in value;
  return [...walk(analysis)].filter(([, value]) => isSpan(value));
}

/** Every span lies in the text, and evidence of a value holds the value. */
function checkSpans(analysis, text) {
  for (const [path, { start, end }] of spans(analysis)) {
    holds(0 <= start && start <= end && end <= text.length, `${path} is ${start}–${end} of ${text.length}`);
  }
  for (const report of analysis.reports) {
    for (const found of [report.meeting.name, report.meeting.date, report.meeting.place]) {
      if (found) {
        equal(text.slice(found.span.start, found.span.end), found.text, "the evidence of the meeting");
      }
    }
    for (const { name, kind, mentions } of report.attendees) {
      const said = mentions.map(({ start, end }) => text.slice(start, end));
      holds(kind !== "person" || said.some((words) => words.includes(name)), `${name} is not in ${said}`);
    }
  }
}

/** The same analysis with every span moved. */
function moved(analysis, by) {
  const copy = structuredClone(analysis);
  for (const [, span] of spans(copy)) {
    span.start += by;
    span.end += by;
  }
  return copy;
}

export const published = {
  "words of one's own"(jiyao) {
    const people = (options) => jiyao.analyze(REPORT, options).reports[0].attendees.map(({ name }) => name).join("、");
    const lexicon = { entries: [{ word: "白露", kind: "notName" }] };
    equal(people({ lexicon }), "顾长河", "without 白露");
    for (const none of [undefined, null, {}, { lexicon: null }, { lexicon: { entries: [] } }]) {
      equal(people(none), "顾长河、白露", "no lexicon");
    }
    const wrong = [{ progress: 1 }, { lexicon: 1 }, { lexicon: {} }, { lexicon: { entries: [{ word: "白露", kind: "place" }] } }, 7, "x"];
    for (const options of wrong) {
      const error = thrown(() => jiyao.analyze(REPORT, options));
      equal(error.code, "invalid-argument", `the code for ${JSON.stringify(options)}`);
    }
  },

  "version and contract"(jiyao) {
    holds(/^\d+\.\d+\.\d+/.test(jiyao.version()), jiyao.version());
    equal(jiyao.analyze("").schemaVersion, 1, "schemaVersion");
  },

  "a text that is no report"(jiyao) {
    const analysis = jiyao.analyze("今天天气很好。");
    equal(JSON.stringify(analysis.reports), "[]", "reports");
    equal(analysis.source.script, "simplified", "script");
  },

  "the share of the work that is done rises to 1, and what the callback throws comes out"(jiyao) {
    const shares = [];
    jiyao.analyze(`${REPORT}\n${REPORT}`, { progress: (done) => shares.push(done) });
    holds(shares.length > 3, `told ${shares.length} times`);
    holds(shares.every((share, index) => share >= (shares[index - 1] ?? 0)), shares.join(" "));
    equal(shares.at(-1), 1, "the last share");
    let thrown = "nothing";
    try {
      const progress = () => {
        throw "enough";
      };
      jiyao.analyze(REPORT, { progress });
    } catch (reason) {
      thrown = reason;
    }
    equal(thrown, "enough", "what came out");
  },

  "spans cut the evidence out of the text"(jiyao) {
    checkSpans(jiyao.analyze(REPORT), REPORT);
  },

  "characters of two code units in front move the spans by two"(jiyao) {
    const front = "😀𠮷\n";
    checkSpans(jiyao.analyze(front + REPORT), front + REPORT);
    const rows = ({ reports }) => reports.map(({ meeting, attendees, directives }) => ({ meeting, attendees, directives }));
    const plain = rows(jiyao.analyze(REPORT));
    holds(plain.length > 0, "nothing was found in the report");
    equal(JSON.stringify(rows(jiyao.analyze(front + REPORT))), JSON.stringify(moved(plain, front.length)), "rows");
  },

  "halves of surrogate pairs count one each"(jiyao) {
    for (const half of ["\ud83d", "\ude00", "\ude00\ud83d", "\ud83d\ud83d"]) {
      const text = `${half}。\n${REPORT}`;
      checkSpans(jiyao.analyze(text), text);
      const whole = jiyao.analyze(`${"\ufffd".repeat(half.length)}。\n${REPORT}`);
      equal(JSON.stringify(jiyao.analyze(text)), JSON.stringify(whole), "the analysis");
    }
  },

  "NUL and other strange characters are only characters"(jiyao) {
    for (const strange of ["\0", "\0\0", "\u200b", "\ufeff", "\r\n", "\u2028", "\u{10ffff}"]) {
      const text = `${strange}${REPORT}${strange}`;
      checkSpans(jiyao.analyze(text), text);
    }
  },

  "plain objects, numbers and null, never undefined"(jiyao) {
    const analysis = jiyao.analyze(REPORT);
    for (const [path, value] of walk(analysis)) {
      holds(value === null || ["object", "string", "number"].includes(typeof value), `${path} is ${typeof value}`);
      if (value !== null && typeof value === "object") {
        holds([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)), `${path} is no plain object`);
      }
    }
    equal(JSON.stringify(structuredClone(analysis)), JSON.stringify(analysis), "a clone for a worker");
    equal(Object.keys(analysis).join(), "schemaVersion,source,reports", "fields");
    for (const report of analysis.reports) {
      const fields = "span,heading,sameMeetingAs,meeting,attendees,awards,directives";
      equal(Object.keys(report).join(), fields, "fields of a report");
      equal(Object.keys(report.meeting).join(), "name,date,place", "fields of a meeting");
    }
  },

  "a megabyte of text"(jiyao) {
    const text = `${REPORT}\n\n`.repeat(Math.ceil(1_000_000 / REPORT.length));
    const analysis = jiyao.analyze(text);
    for (const [path, { start, end }] of spans(analysis)) {
      holds(start <= end && end <= text.length, `${path} is ${start}–${end} of ${text.length}`);
    }
  },

  "clean text and the way back"(jiyao) {
    const pasted = "😀縣(xiàn)委書記";
    const { text, stretches } = jiyao.clean(pasted);
    equal(text, "县委书记", "the clean text");
    equal(stretches.map(({ source }) => pasted.slice(source.start, source.end)).join("|"), "縣(xiàn)|委書記", "where it stood");
    equal(stretches.map(({ clean }) => text.slice(clean.start, clean.end)).join("|"), "县|委书记", "what it became");
  },

  "wrong arguments throw an Error with a code"(jiyao) {
    for (const wrong of [undefined, null, 1, {}, [], new String("会议"), Symbol("会议")]) {
      for (const call of [jiyao.analyze, jiyao.clean, jiyao.decode]) {
        const error = thrown(() => call(wrong));
        holds(error instanceof Error, `${call.name}: ${error} is no Error`);
        equal(error.code, "invalid-argument", "code");
        holds(error.message.startsWith(`${call.name}(`), error.message);
      }
    }
    equal(jiyao.analyze("").schemaVersion, 1, "the module still works: schemaVersion");
  },

  "files are decoded"(jiyao) {
    const utf16 = (text, little) => {
      const view = new DataView(new ArrayBuffer(2 * text.length));
      [...text].forEach((_, at) => view.setUint16(2 * at, text.charCodeAt(at), little));
      return new Uint8Array(view.buffer);
    };
    const utf8 = new TextEncoder();
    const gbk = Uint8Array.of(0xbb, 0xe1, 0xd2, 0xe9, 0x0a);
    for (const [bytes, wanted] of [
      [new Uint8Array(), ""],
      [utf8.encode("会议😀\n"), "会议😀\n"],
      [utf8.encode("\ufeff会议"), "会议"],
      [utf16("\ufeff会议", true), "会议"],
      [utf16("\ufeff会议", false), "会议"],
      [gbk, "会议\n"],
      [gbk.subarray(2), "议\n"],
      [Uint8Array.of(0xff), "\ufffd"],
    ]) {
      equal(jiyao.decode(bytes), wanted, `decode(${bytes})`);
    }
  },
};

export const panicking = {
  "a panic is shown in the console and thrown as an Error"(jiyao) {
    const shown = [];
    const { error } = console;
    console.error = (...words) => shown.push(words.join(" "));
    let panics;
    try {
      panics = [1, 2].map(() => thrown(jiyao.panicForTest));
    } finally {
      console.error = error;
    }
    holds(panics[0] instanceof Error, `${panics[0]} is no Error`);
    equal(panics[0].code, "internal", "code");
    holds(panics[0].message.includes("asked to panic"), panics[0].message);
    holds(panics[1] instanceof Error, `${panics[1]} is no Error`);
    holds(shown.some((words) => words.includes("asked to panic")), `the console shows ${shown}`);
  },
  "after a panic a fresh instance reads on"(jiyao) {
    const { error } = console;
    console.error = () => {};
    thrown(jiyao.panicForTest);
    console.error = error;
    jiyao.__wbg_reset_state();
    equal(jiyao.analyze("5月6日，青禾县防汛工作会议召开。").reports.length, 1, "reports");
  },
};
