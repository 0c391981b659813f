/** Between fields, and between a field's name and its text. */
export const BETWEEN = "~";
export const IS = ":";

/**
 * A field's text in letters that survive in a link as they are: any letter outside
 * `A–Z a–z 0–9 - _ . ! ' ( ) ,` is `*` and two hexadecimal digits for each byte of its UTF-8. No
 * `%`, so that a messenger that encodes or decodes a link changes nothing.
 */
export function escapeText(text: string): string {
  return text.replace(/[^\w\-.!'(),]/gu, bytesOf);
}

function bytesOf(letter: string): string {
  if (letter < "\x80") return `*${letter.charCodeAt(0).toString(16).padStart(2, "0")}`;
  const whole = /\p{Cs}/u.test(letter) ? "\ufffd" : letter;
  return encodeURIComponent(whole).replaceAll("%", "*").toLowerCase();
}

/** The text that was escaped; `null` where a `*` is followed by no bytes of a letter. */
export function unescapeText(text: string): string | null {
  let plain = "";
  for (const [part] of text.matchAll(/(?:\*[0-9a-f]{2})+|[^*]+|\*/g)) {
    if (!part.startsWith("*")) plain += part;
    else {
      const letters = lettersOf(part);
      if (letters === null) return null;
      plain += letters;
    }
  }
  return plain;
}

function lettersOf(bytes: string): string | null {
  if (bytes === "*") return null;
  try {
    return decodeURIComponent(bytes.replaceAll("*", "%"));
  } catch {
    return null;
  }
}
