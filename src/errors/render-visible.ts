// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text of the application, such as a thrown message, without what would steer the terminal. */
export function visible(text: string): string {
  return text.replaceAll(control, '\ufffd');
}
