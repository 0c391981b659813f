/** What a file without a picture's first bytes may be: markup, plain text, or neither. */
export function textKind(data: Uint8Array): "svg" | "html" | "text" | "unknown" {
  const start = data.subarray(0, 4096);
  const wide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const codes = wide ? start.filter((code) => code !== 0 && code < 0xfe) : start;
  if (codes.some((code) => code < 9 || (code > 13 && code < 32 && code !== 27))) return "unknown";
  const text = Array.from(codes, (code) => String.fromCharCode(code))
    .join("")
    .toLowerCase();
  if (/<svg[\s>:]|<[\w-]+:svg[\s>]|<!doctype svg/.test(text)) return "svg";
  if (/<(!doctype html|html|head|body|script|title)[\s>]/.test(text)) return "html";
  return "text";
}
