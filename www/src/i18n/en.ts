import type { Strings } from "./strings.ts";

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const en: Strings = {
  lang: "en",
  languageName: "English",
  separator: ", ",

  tagline: "Paste a Chinese meeting report, get who came, what was awarded and what was asked",
  privacy: "Everything happens on this page; the text never leaves this computer.",
  skipToTables: "Skip to the tables",

  text: "Meeting report",
  textPlaceholder: "Paste a Chinese meeting report here…",
  editor: {},
  results: "Tables",
  examples: "Examples",
  exampleNames: { plain: "Plain report", torn: "Traditional, glossed, torn", several: "Several on a page" },
  forget: "Forget everything",
  forgetTitle: "Empty the text and delete what this browser keeps of it",
  forgotten: "Forgotten: this browser keeps nothing of it.",
  notKept: "The text is too long for this browser to keep; it will not survive a reload.",
  language: "Language",
  theme: "Light or dark",
  themes: { auto: "As the system", light: "Light", dark: "Dark" },

  legend: "Legend: click to show or hide",
  legendItem: (kind, count, shown) => `${kind}, ${plural(count, "place")}, ${shown ? "shown" : "hidden"}`,
  finds: {
    meeting: "Meeting",
    person: "People",
    organization: "Bodies",
    group: "Groups",
    award: "Awards",
    directive: "Directives",
  },
  sheets: { meeting: "Meeting", attendees: "Attendees", awards: "Awards", directives: "Directives" },
  noRows: {
    meeting: "The text names no meeting, date or place.",
    attendees: "Nobody was found to have taken part.",
    awards: "No award is mentioned.",
    directives: "Nothing was found to be asked of anybody.",
  },
  columns: {
    item: "Item",
    content: "Content",
    meetingName: "Name",
    date: "Date",
    isoDate: "ISO date",
    place: "Place",
    name: "Name",
    positions: "Posts",
    roles: "What they did",
    kind: "Kind",
    count: "Number",
    mentions: "Mentions",
    honor: "Honour",
    recipient: "Recipient",
    awardCount: "Number",
    ordinal: "No.",
    speaker: "Asked by",
    headline: "Point",
    addressee: "Asked of",
    text: "Full text",
  },
  kinds: { person: "person", organization: "body", group: "group" },
  roles: {
    presided: "presided",
    attended: "attended",
    spoke: "spoke",
    reported: "reported",
    exchanged: "shared experience",
    announced: "read out",
    presented: "presented",
  },

  reports: "Reports",
  reportTab: (number, name) => (name ? `${number}. ${name}` : `Report ${number}`),
  sameMeeting: (number) => `The same meeting as report ${number}`,
  summary: (people, bodies, awards, directives) =>
    `${plural(people, "person", "people")} · ${plural(bodies, "body or group", "bodies and groups")} · ${plural(awards, "award")} · ${plural(directives, "directive")}`,
  showEvidence: (name, places) =>
    places > 1 ? `Show in the text: ${name} (${places} places)` : `Show in the text: ${name}`,

  emptyTitle: "Paste a meeting report",
  emptyBody:
    "Simplified or traditional, with pinyin glosses, several on one page: all are fine. Or begin with an example:",
  reading: "Reading…",
  noneTitle: "No meeting report found",
  noneBody:
    "Nothing in this text tells of a meeting that was held. Check that it is the body of a report, not a list of headlines or a notice.",
  seen: {
    characters: (count) => `${plural(count, "character")} read`,
    script: { simplified: "simplified", traditional: "traditional", mixed: "mixed script" },
    glosses: (count) => `${plural(count, "pinyin gloss", "pinyin glosses")} taken out`,
    repairs: (count, doubtful) => `${plural(count, "repair")}${doubtful ? `, ${doubtful} doubtful` : ""}`,
  },
  failedTitle: "Something went wrong",
  failedBody: "The text is still there. You can try again.",
  tryAgain: "Try again",
  found: (reports) => `${plural(reports, "meeting report")} found`,
};
