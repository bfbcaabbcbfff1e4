/** Keeps a number and its unit on one line, in sentences that the server writes: "6 h 15 min", "865 kg". */
export const bindUnits = (text: string): string =>
  text
    .replace(/(\d) (?=(?:h|min|kg|km|AM|PM|€)\b|€)/g, '$1\u00a0')
    .replace(/\bh (?=\d+\u00a0min\b)/g, 'h\u00a0');
