// GitHub's page for a new file, filled in by its address.

const MOST = 7000; // characters of an address; GitHub answers 414 to one that is much longer

/**
 * Makes the address of the page.
 * @param {string} repo the address of the repository
 * @param {string} name of the file
 * @param {string} text of the file
 * @returns {{ href: string, whole: boolean }} the address, and whether the text is in it: a long one is not
 */
export function githubAddress(repo, name, text) {
  const start = `${repo.replace(/\/$/, "")}/new/main/examples?filename=${encodeURIComponent(name)}`;
  const whole = `${start}&value=${encodeURIComponent(text)}`;
  return whole.length > MOST ? { href: start, whole: false } : { href: whole, whole: true };
}
