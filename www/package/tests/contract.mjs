// What every way to start Jiyao must keep to: run in Node.js and in a browser, with a worker and without.
// Each case gets `load`, which starts Jiyao in one of these ways, and throws when something is not so.

export const REPORT =
  "5月6日，青禾县防汛工作会议在县政府三楼会议室召开。县长林知远主持会议并讲话。会议表彰了先进集体青石镇水利站。\n林知远强调，一是要把隐患排查落实到每个村组。二是要加强值班值守。";

/** A text that takes a while: this many reports, each of its own. */
export const many = (count) =>
  Array.from({ length: count }, (_, at) => `第${at}天\n${REPORT.replace("5月6日", `5月${1 + (at % 28)}日`)}`).join(
    "\n\n",
  );

export const cases = {
  "a report gives its tables, each row with its evidence": async (load) => {
    const jiyao = await load();
    const { schemaVersion, reports } = await jiyao.analyze(REPORT);
    const [{ meeting, attendees, awards, directives }] = reports;
    same(schemaVersion, 1);
    same(meeting.date.text, "5月6日");
    same(attendees[0].name, "林知远");
    for (const { start, end } of attendees[0].mentions) same(REPORT.slice(start, end), "林知远");
    same(awards[0].recipient, "青石镇水利站");
    same(directives.length, 2);
    same(directives[0].span.start, REPORT.indexOf("一是"));
    jiyao.dispose();
  },

  "what is not found is null, and a text without a report has none": async (load) => {
    const jiyao = await load();
    same((await jiyao.analyze("")).reports, []);
    const { reports } = await jiyao.analyze("林知远主持召开会议。林知远要求，要加强值班值守。");
    for (const { meeting } of reports) same(meeting.place, null);
    jiyao.dispose();
  },

  "calls made at once are all answered, each with its own result, in their order": async (load) => {
    const jiyao = await load();
    const order = [];
    const names = ["王一凡", "逄志远", "昝国梁", "单立群"];
    const results = await Promise.all(
      names.map(async (name, at) => {
        const analysis = await jiyao.analyze(REPORT.replaceAll("林知远", name));
        order.push(at);
        return analysis.reports[0].attendees[0].name;
      }),
    );
    same(results, names);
    same(order, [0, 1, 2, 3]);
    jiyao.dispose();
  },

  "two that are loaded do not disturb each other": async (load) => {
    const [one, other] = await Promise.all([load(), load()]);
    const [first, second] = await Promise.all([one.analyze(REPORT), other.analyze("今天天气很好。")]);
    same([first.reports.length, second.reports.length], [1, 0]);
    one.dispose();
    same((await other.analyze(REPORT)).reports.length, 1);
    other.dispose();
  },

  "an analysis of thousands of rows comes whole": async (load) => {
    const jiyao = await load();
    const { reports } = await jiyao.analyze(many(700));
    same(reports.length, 700);
    same(new Set(reports.map(({ span }) => span.start)).size, 700);
    jiyao.dispose();
  },

  "the clean text comes with its map": async (load) => {
    const jiyao = await load();
    const source = "青禾縣(xiàn)會議";
    const { text, stretches } = await jiyao.clean(source);
    same(text, "青禾县会议");
    const county = stretches.find(({ clean }) => text.slice(clean.start, clean.end) === "县");
    same(source.slice(county.source.start, county.source.end), "縣(xiàn)");
    jiyao.dispose();
  },

  "a lexicon of one's own wins, from load or from the call": async (load) => {
    const text = "5月6日，青禾县防汛工作会议召开。县长伍拾壹主持会议。";
    const said = (kind) => ({ entries: [{ word: "伍拾壹", kind }] });
    const names = async (jiyao, options) =>
      (await jiyao.analyze(text, options)).reports[0].attendees.map(({ name }) => name);
    const [plain, taught] = await Promise.all([load(), load({ lexicon: said("notName") })]);
    same(await names(plain), ["伍拾壹"]);
    same(await names(plain, { lexicon: said("notName") }), []);
    same(await names(taught), []);
    same(await names(taught, { lexicon: said("person") }), ["伍拾壹"]);
    plain.dispose();
    taught.dispose();
  },

  "progress rises and never exceeds the whole": async (load) => {
    const jiyao = await load();
    const told = [];
    await jiyao.analyze(many(6000), { onProgress: (done) => told.push(done) });
    same(told.length > 0, true);
    same(
      told.every((done, at) => done >= (told[at - 1] ?? 0) && done <= 1),
      true,
    );
    jiyao.dispose();
  },

  "a signal that is aborted already rejects with its reason": async (load) => {
    const jiyao = await load();
    const reason = new Error("enough");
    same(await rejection(jiyao.analyze(REPORT, { signal: AbortSignal.abort(reason) })), reason);
    same(await rejection(jiyao.clean(REPORT, { signal: AbortSignal.abort(reason) })), reason);
    jiyao.dispose();
  },

  "a call that waits is dropped when it is aborted, and the others are answered": async (load) => {
    const jiyao = await load();
    const end = new AbortController();
    const [before, dropped, behind] = [
      jiyao.analyze(many(300)),
      rejection(jiyao.analyze(REPORT, { signal: end.signal })),
      jiyao.analyze(REPORT),
    ];
    end.abort();
    same((await dropped).name, "AbortError");
    same((await before).reports.length, 300);
    same((await behind).reports.length, 1);
    jiyao.dispose();
  },

  "a reading ends in its midst when it is aborted, and the next one is answered": async (load) => {
    const jiyao = await load();
    const end = new AbortController();
    const aborted = rejection(jiyao.analyze(many(6000), { signal: end.signal, onProgress: () => end.abort() }));
    const next = jiyao.analyze(REPORT);
    same((await aborted).name, "AbortError");
    same((await next).reports.length, 1);
    jiyao.dispose();
  },

  "what onProgress throws ends the reading": async (load) => {
    const jiyao = await load();
    const reason = new Error("seen enough");
    const onProgress = () => {
      throw reason;
    };
    same(await rejection(jiyao.analyze(many(6000), { onProgress })), reason);
    same((await jiyao.analyze(REPORT)).reports.length, 1);
    jiyao.dispose();
  },

  "arguments of a wrong type are refused with a code": async (load) => {
    const jiyao = await load();
    for (const [text, options] of [
      [5],
      [null],
      [{}],
      [() => {}],
      [REPORT, { lexicon: { entries: [{ word: "伍拾壹", kind: "cat" }] } }],
      [REPORT, { lexicon: { entries: [() => {}] } }],
      [REPORT, { signal: 5 }],
      [REPORT, { onProgress: "often" }],
      [REPORT, "quickly"],
    ]) {
      const error = await rejection(jiyao.analyze(text, options));
      same([error.name, error.code], ["JiyaoError", "invalid-argument"]);
      same(error instanceof Error, true);
    }
    same((await rejection(jiyao.clean(REPORT, { signal: {} }))).code, "invalid-argument");
    same((await rejection(load({ worker: "sometimes" }))).code, "invalid-argument");
    // What is left out may be null as well.
    same((await jiyao.analyze(REPORT, null)).reports.length, 1);
    same((await jiyao.analyze(REPORT, { signal: null, onProgress: null, lexicon: null })).reports.length, 1);
    jiyao.dispose();
  },

  "any string is read": async (load) => {
    const jiyao = await load();
    for (const text of ["\0", "\ud800", "\udc00\ud800会议", "。".repeat(5000), "😀".repeat(500)]) {
      same((await jiyao.analyze(text)).schemaVersion, 1);
    }
    jiyao.dispose();
  },

  "after dispose, calls that wait and later ones reject with a code": async (load) => {
    const jiyao = await load();
    const waiting = rejection(jiyao.analyze(many(300)));
    jiyao.dispose();
    same((await waiting).code, "disposed");
    same((await rejection(jiyao.analyze(REPORT))).code, "disposed");
    same((await rejection(jiyao.clean(REPORT))).code, "disposed");
    jiyao.dispose();
  },

  "a module that is none is refused with a code": async (load) => {
    for (const module_or_path of [new Uint8Array([1, 2, 3]), new URL("./no-such.wasm", import.meta.url)]) {
      same((await rejection(load({ module_or_path }))).code, "load-failed");
    }
  },
};

/** What a promise rejects with. */
export async function rejection(promise) {
  const missing = new Error("nothing was thrown");
  const thrown = await promise.then(
    () => missing,
    (reason) => reason,
  );
  if (thrown === missing) throw missing;
  return thrown;
}

export function same(found, expected) {
  const [left, right] = [found, expected].map((value) => (value instanceof Error ? value : JSON.stringify(value)));
  if (left !== right) throw new Error(`expected ${right}, found ${left}`);
}
