// æ, ø and å as they are typed on a keyboard without them: ae or a, oe or o, aa or a.

const TYPED = { æ: "a", ø: "o", å: "a" };

export const fold = (word) =>
  word
    .replace(/ae|aa/g, "a")
    .replace(/oe/g, "o")
    .replace(/[æøå]/g, (letter) => TYPED[letter])
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
