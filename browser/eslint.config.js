// What ESLint asks of the scripts: its own recommended rules, and JSDoc that says what TypeScript does not.

import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";
import globals from "globals";

export default [
  js.configs.recommended,
  jsdoc.configs["flat/recommended-typescript-flavor-error"],
  {
    languageOptions: { globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      // What is exported is documented; what is not is documented where its name and types do not tell it all
      "jsdoc/require-jsdoc": ["error", { publicOnly: true, require: { ClassDeclaration: true } }],
      "jsdoc/require-returns": "off",
      "jsdoc/tag-lines": "off",
    },
  },
  {
    files: ["**/tests/**", "*.js"],
    languageOptions: { globals: globals.node },
    rules: { "jsdoc/require-jsdoc": "off" },
  },
];
