// Parts of the form, each by itself. That the whole agrees with check is held by tests/test_form_rules.py.

import assert from "node:assert/strict";
import { test } from "node:test";
import validator from "@navikt/fnrvalidator";
import { githubAddress } from "../github.js";
import { isPerson } from "../person.js";

test("a number with today's check digits is a person's, as NAV's own validator has it", () => {
  let known = 0;
  for (let number = 0; number < 100_000; number++) {
    const digits = `010190${String(number).padStart(5, "0")}`;
    if (!isPerson(digits)) continue;
    known++;
    assert.equal(validator.fnr(digits).status, "valid", digits);
  }
  // One of eleven for each of the two digits, less those where a digit would be ten
  assert.ok(known > 700 && known < 900, String(known));
});

test("a D-number is a person's; an account and a case number are not", () => {
  assert.ok(isPerson("41819000032"));
  assert.equal(validator.dnr("41019000083").status === "valid", isPerson("41019000083"));
  for (const digits of ["12345678903", "20230102034", "01019012345"]) assert.ok(!isPerson(digits));
});

test("GitHub gets the text in the address while it is short enough", () => {
  const start = "https://github.com/a/b/new/main/examples?filename=x.yml";
  assert.deepEqual(githubAddress("https://github.com/a/b/", "x.yml", "a: å\n"), {
    href: `${start}&value=a%3A%20%C3%A5%0A`,
    whole: true,
  });
  assert.deepEqual(githubAddress("https://github.com/a/b", "x.yml", "å".repeat(1200)), {
    href: start,
    whole: false,
  });
});
