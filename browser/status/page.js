// What the page of «Kvar står de?» holds beyond what every tool has: the checkpoints, and what they are called.

import { form, rules } from "../tool/page.js";

/** @typedef {import("../answers/file.js").Known & { steps: Record<string, string[]>, most: Record<string, number>, titles: Record<string, string>, labels: Record<string, string>, sets: import("../tool/follow.js").Sets[] }} Rules */

export const known = /** @type {Rules} */ (rules);
/** @type {import("./model.js").Model} */
export const model = JSON.parse(form.dataset.model ?? "");
/** @type {import("./model.js").Words} */
export const words = JSON.parse(form.dataset.content ?? "");
/** The kinds and the chapters of the points, by their ids. */
export const points = Object.fromEntries(model.points.map((point) => [point.id, point]));
